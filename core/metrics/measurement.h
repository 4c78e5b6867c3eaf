#pragma once

#include <string>

namespace retailor::metrics {

// One number about one picture.
struct Measurement {
  std::string metric;    // a key of metric_traits.h
  std::string protocol;  // labelOf(Protocol), with " at N px" where the pictures were made smaller first
  double value = 0;      // +infinity: the PSNR of equal pictures
  bool operator==(const Measurement&) const = default;
};

// Why a number is not there. A sentence.
struct NotMeasured {
  std::string metric;
  std::string protocol;
  std::string why;
};

}  // namespace retailor::metrics
