#include "core/regions/reading/mask_pages.h"

#include <algorithm>

#include "core/regions/reading/layered_masks.h"
#include "core/regions/schemes/class_names.h"

namespace retailor::regions {

namespace {

template <class T>
mask::Mask insideOf(const image::Bitmap& page) {
  const auto view = page.view<T>();
  mask::Mask inside(page.size());
  const std::size_t count = static_cast<std::size_t>(page.width()) * static_cast<std::size_t>(page.height());
  const T most = *std::max_element(view.data, view.data + count);
  if (most == 0) return inside;
  std::transform(view.data, view.data + count, inside.row(0),
                 [most](T sample) { return std::uint8_t{2U * sample >= most ? std::uint8_t{255} : std::uint8_t{0}}; });
  return inside;
}

mask::Mask insideOf(const image::Bitmap& page) {
  return page.sampleType() == image::SampleType::U16 ? insideOf<std::uint16_t>(page) : insideOf<std::uint8_t>(page);
}

}  // namespace

LabelMap mapOfPages(std::vector<image::LabelPage> pages, const std::string& name) {
  std::vector<ClassMask> masks;
  std::string unnamed;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto part = partOfClassNamed(pages[i].name);
    const std::string title = pages[i].name.empty() ? "page " + std::to_string(i + 1) : plainClassName(pages[i].name);
    if (!part) unnamed += (unnamed.empty() ? "" : ", ") + title;
    masks.push_back({title, part.value_or(BodyPart::None), insideOf(pages[i].samples)});
  }
  LabelMap map = layered(name, "Pages of “" + name + "”", std::move(masks));
  if (!unnamed.empty())
    map.notes.push_back("“" + name + "” has pages that are named after no known part (" + unnamed +
                        "); say which part each shows: by the tag PageName or "
                        "ImageDescription, or as files of a folder that are named after the parts.");
  return map;
}

}  // namespace retailor::regions
