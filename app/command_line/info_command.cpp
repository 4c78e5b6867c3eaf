#include "app/command_line/info_command.h"

#include <cstdio>
#include <exception>
#include <new>

#include "app/command_line/file_facts.h"
#include "app/command_line/terminal_text.h"

namespace retailor::command_line {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string dumped(const OrderedJson& json, int indent) { return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace); }

// Text from a file may hold anything; a terminal must not act on it.
bool hasParts(const OrderedJson& value) { return value.is_object() || (value.is_array() && !value.empty() && value.front().is_object()); }

void printFacts(const OrderedJson& facts, const std::string& indent) {
  int number = 0;
  for (const auto& [key, value] : facts.items()) {
    ++number;
    const std::string name = facts.is_array() ? std::to_string(number) : printable(key);
    if (hasParts(value)) {
      std::printf("%s%s\n", indent.c_str(), name.c_str());
      printFacts(value, indent + "  ");
    } else {
      const std::string text = value.is_string() ? value.get<std::string>() : dumped(value, -1);
      std::printf("%s%-24s %s\n", indent.c_str(), name.c_str(), printable(text).c_str());
    }
  }
}

ExitCode infoOf(const std::filesystem::path& file, InfoKind kind) {
  const Result<OrderedJson> facts = factsOf(file);
  if (!facts) return failed(facts.failure());
  if (kind == InfoKind::Json) {
    std::printf("%s\n", dumped(*facts, 2).c_str());
  } else {
    std::printf("%s\n", printable(file.string()).c_str());
    printFacts(*facts, "  ");
  }
  return ExitCode::Done;
}

}  // namespace

ExitCode runInfo(const std::filesystem::path& file, InfoKind kind) {
  try {
    return infoOf(file, kind);
  } catch (const std::bad_alloc&) {
    return failed({FailureKind::OutOfMemory, file.string() + " does not fit in memory."});
  } catch (const std::exception& problem) {
    return failed(
        {FailureKind::Internal, file.string() + ": something went wrong that should not: " + problem.what() + ". Please report it."});
  }
}

}  // namespace retailor::command_line
