#pragma once

#include <stop_token>
#include <vector>

#include "core/metrics/masked_protocols.h"
#include "core/metrics/network_metrics.h"

namespace retailor::metrics {

// Collects what one network says of one picture.
class Verdict {
 public:
  Verdict(std::vector<Measurement>& done, std::vector<NotMeasured>& lacking) : m_done(done), m_lacking(lacking) {}

  void add(const std::string& metric, std::string_view protocol, double value) { m_done.push_back({metric, std::string(protocol), value}); }
  void lack(const std::string& metric, std::string_view protocol, const Failure& why) {
    m_lacking.push_back({metric, std::string(protocol), why.sentence});
  }
  void add(const std::string& metric, std::string_view protocol, const Result<double>& value) {
    value ? add(metric, protocol, *value) : lack(metric, protocol, value.failure());
  }

 private:
  std::vector<Measurement>& m_done;
  std::vector<NotMeasured>& m_lacking;
};

// One network and the metrics it gives. Used on one thread.
class Judge {
 public:
  virtual ~Judge() = default;
  virtual void judge(const JudgedPicture& picture, Verdict& verdict) const = 0;
};

}  // namespace retailor::metrics
