#include "core/image/codecs/tiff_memory.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace retailor::image {
namespace {

struct TiffBeingRead {
  std::span<const std::byte> bytes;
  std::size_t position = 0;
};

template <class File>
toff_t seek(thandle_t handle, toff_t offset, int whence) {
  auto& file = *static_cast<File*>(handle);
  const std::size_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.position : file.bytes.size();
  file.position = base + static_cast<std::size_t>(offset);
  return file.position;
}

template <class File>
tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
  auto& file = *static_cast<File*>(handle);
  if (file.position >= file.bytes.size()) return 0;
  const std::size_t got = std::min(static_cast<std::size_t>(count), file.bytes.size() - file.position);
  std::memcpy(to, file.bytes.data() + file.position, got);
  file.position += got;
  return static_cast<tmsize_t>(got);
}

template <class File>
toff_t length(thandle_t handle) {
  return static_cast<File*>(handle)->bytes.size();
}

tmsize_t refuseWrite(thandle_t, void*, tmsize_t) { return 0; }

tmsize_t write(thandle_t handle, void* from, tmsize_t count) {
  auto& file = *static_cast<TiffInMaking*>(handle);
  const std::size_t end = file.position + static_cast<std::size_t>(count);
  try {
    if (end > file.bytes.size()) file.bytes.resize(end);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  std::memcpy(file.bytes.data() + file.position, from, static_cast<std::size_t>(count));
  file.position = end;
  return count;
}

int keepOpen(thandle_t) { return 0; }

int closeRead(thandle_t handle) {
  delete static_cast<TiffBeingRead*>(handle);
  return 0;
}

int silent(TIFF*, void*, const char*, const char*, va_list) { return 1; }

using Options = std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)>;

Options quietOptions() {
  Options options(TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), silent, nullptr);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), silent, nullptr);
  return options;
}

}  // namespace

OpenTiff openTiffToRead(const std::span<const std::byte>& bytes, std::size_t mostBytes) {
  const Options options = quietOptions();
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(mostBytes));
  auto file = std::make_unique<TiffBeingRead>(TiffBeingRead{bytes});
  // "m": no memory mapping; libtiff then checks every offset against what it could really read.
  OpenTiff tiff(TIFFClientOpenExt("memory", "rm", file.get(), read<TiffBeingRead>, refuseWrite, seek<TiffBeingRead>, closeRead,
                                  length<TiffBeingRead>, nullptr, nullptr, options.get()));
  if (tiff) file.release();
  return tiff;
}

OpenTiff openTiffToWrite(TiffInMaking& file) {
  const Options options = quietOptions();
  return OpenTiff(TIFFClientOpenExt("memory", "wm", &file, read<TiffInMaking>, write, seek<TiffInMaking>, keepOpen, length<TiffInMaking>,
                                    nullptr, nullptr, options.get()));
}

}  // namespace retailor::image
