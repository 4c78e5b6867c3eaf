#include "app/command_line/output_place.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "app/command_line/gather_inputs.h"
#include "core/image/write_photo.h"

namespace retailor::command_line {

namespace fs = std::filesystem;

// Writing a little is the only answer that holds for every file system, for root, and for a full disk.
Result<void> takesFiles(const fs::path& folder, const fs::path& forWhat) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    return badInput("The folder " + folder.string() + " for " + forWhat.filename().string() + " does not exist; create it first.");
  std::string probe = (folder / ".retailor-probe-XXXXXX").string();
  const int descriptor = mkstemp(probe.data());
  if (descriptor < 0)
    return badInput("Nothing can be written to the folder " + folder.string() + " (" + std::strerror(errno) + "); choose another one.");
  static const std::array<char, 65536> zeros{};
  const bool written = write(descriptor, zeros.data(), zeros.size()) == static_cast<ssize_t>(zeros.size());
  const int problem = errno;
  close(descriptor);
  unlink(probe.c_str());
  if (written) return {};
  return badInput("There is no room in the folder " + folder.string() + " (" + std::strerror(problem) +
                  "); free some or choose another one.");
}

namespace {

fs::path folderOf(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

std::vector<fs::path> inputsOf(const CompleteOptions& options) {
  std::vector<fs::path> inputs = inputFilesOf(options);
  inputs.insert(inputs.end(), {options.recipe, options.noise});
  return inputs;
}

// The same file under any name: through symbolic links, hard links and other spellings of the path.
bool same(const fs::path& a, const fs::path& b) {
  if (a.empty() || b.empty()) return false;
  std::error_code problem;
  if (fs::equivalent(a, b, problem) && !problem) return true;
  // Neither need exist yet.
  const fs::path one = fs::weakly_canonical(fs::absolute(a), problem), other = fs::weakly_canonical(fs::absolute(b), problem);
  return !problem && one == other;
}

std::vector<fs::path> outputsOf(const CompleteOptions& options, int variations) {
  std::vector<fs::path> outputs{options.trace};
  for (int i = 0; i < variations; ++i) {
    outputs.push_back(numbered(options.output, i));
    if (!options.recipeOut.empty()) outputs.push_back(numbered(options.recipeOut, i));
  }
  if (!options.fitOut.empty())
    for (std::size_t i = 0; i < std::max<std::size_t>(1, options.references.size()); ++i)
      outputs.push_back(numbered(options.fitOut, static_cast<int>(i)));
  return outputs;
}

Result<void> checkFile(const fs::path& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return badInput(file.string() + " is a folder; name a file in it.");
  return takesFiles(folderOf(file), file);
}

Result<void> checkFolder(const fs::path& folder, const std::string& forWhat) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem && !fs::is_directory(folder))
    return badInput("The folder " + folder.string() + " for " + forWhat + " cannot be made (" + problem.message() +
                    "); choose another one.");
  return takesFiles(folder, forWhat);
}

}  // namespace

fs::path numbered(const fs::path& file, int variation) {
  if (variation == 0) return file;
  fs::path name = file.stem();
  name += "-" + std::to_string(variation + 1);
  name += file.extension();
  return file.parent_path() / name;
}

Result<void> checkNotInput(const CompleteOptions& options, int variations, const std::vector<fs::path>& inputs) {
  for (const fs::path& output : outputsOf(options, variations))
    for (const fs::path& input : inputs)
      if (same(output, input))
        return badInput(output.string() + " is the same file as the input " + input.string() + "; give the output another name.");
  return {};
}

Result<void> checkOutputs(const CompleteOptions& options, int variations) {
  if (!options.sight.empty()) return checkFolder(options.sight, "what the method sees");
  if (!image::formatOf(options.output))
    return badInput("The output's name " + options.output.string() + " does not end in .png, .jpg, .tif or .webp; choose one of them.");
  if (same(options.output, options.recipeOut))
    return badInput("The result and its recipe cannot both be " + options.output.string() + "; give one another name.");
  if (Result<void> good = checkNotInput(options, variations, inputsOf(options)); !good) return good;
  if (Result<void> good = checkFile(options.output); !good) return good;
  if (Result<void> good = options.recipeOut.empty() ? Result<void>() : checkFile(options.recipeOut); !good) return good;
  if (Result<void> good = options.fitOut.empty() ? Result<void>() : checkFile(options.fitOut); !good) return good;
  if (Result<void> good = options.trace.empty() ? Result<void>() : checkFile(options.trace); !good) return good;
  return options.previews.empty() ? Result<void>() : checkFolder(options.previews, "previews");
}

}  // namespace retailor::command_line
