#include "core/regions/suggestions/body_prior.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retailor::regions {

namespace {

constexpr double kThighs = 5.6;  // less to be seen, and it rather is a coat or what someone holds

// Places in box widths and heights from the box's top left corner.
class Figure {
 public:
  Figure(const image::Rect& box, image::Size photo) : m_face(box), m_photo(photo) {}

  // Only what lies on the photo; a stroke that leaves it for good is none.
  void stroke(BodyPart part, double radius, const std::vector<mask::Point>& places) {
    PartStroke made{part, radius * m_face.width, {}};
    for (const mask::Point& place : places) {
      const mask::Point at{m_face.x + place.x * m_face.width, m_face.y + place.y * m_face.height};
      if (at.x >= 0 && at.y >= 0 && at.x < m_photo.width && at.y < m_photo.height) made.path.push_back(at);
    }
    if (!made.path.empty()) strokes.push_back(std::move(made));
  }

  bool shows(double y) const { return m_face.y + y * m_face.height < m_photo.height; }
  double within(double x) const {  // the place nearest to it that lies a little inside the photo
    const double margin = 0.02 * m_photo.width;
    return (std::clamp(m_face.x + x * m_face.width, margin, m_photo.width - margin) - m_face.x) / m_face.width;
  }

  std::vector<PartStroke> strokes;

 private:
  image::Rect m_face;
  image::Size m_photo;
};

// Many places in a row, so that clipping leaves what is on the photo.
std::vector<mask::Point> line(mask::Point from, mask::Point to) {
  constexpr int kSteps = 24;
  std::vector<mask::Point> places;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    places.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
  }
  return places;
}

// The upper 200 degrees of the ring round the face.
std::vector<mask::Point> hairArc() {
  constexpr double kOut = 1.18, kMiddleX = 0.5, kMiddleY = 0.52, kRadiusX = 0.42, kRadiusY = 0.52;
  std::vector<mask::Point> places;
  for (int degrees = -100; degrees <= 100; degrees += 10) {
    const double angle = degrees * std::numbers::pi / 180;
    places.push_back({kMiddleX + kOut * kRadiusX * std::sin(angle), kMiddleY - kOut * kRadiusY * std::cos(angle)});
  }
  return places;
}

}  // namespace

std::vector<PartStroke> bodyPrior(const image::Rect& faceBox, image::Size photo) {
  Figure figure(faceBox, photo);
  figure.stroke(BodyPart::Face, 0.16, line({0.5, 0.3}, {0.5, 0.8}));
  figure.stroke(BodyPart::Hair, 0.05, hairArc());
  figure.stroke(BodyPart::UpperClothes, 0.3, line({0.5, 1.9}, {0.5, 3.5}));
  if (figure.shows(kThighs)) {
    figure.stroke(BodyPart::LowerClothes, 0.18, line({0.05, 4.4}, {0.05, 6.9}));
    figure.stroke(BodyPart::LowerClothes, 0.18, line({0.95, 4.4}, {0.95, 6.9}));
  }
  figure.stroke(BodyPart::Shoes, 0.12, {{-0.05, 8.5}});
  figure.stroke(BodyPart::Shoes, 0.12, {{1.05, 8.5}});
  // Where the photo ends nearer than arms reach, only the frame beside the head is surely nobody.
  for (const double side : {-2.2, 3.2}) {
    const double inside = figure.within(side);
    figure.stroke(BodyPart::None, 0.1, line({inside, -0.6}, {inside, std::abs(inside - side) < 1e-9 ? 9.2 : 1.2}));
  }
  figure.stroke(BodyPart::None, 0.1, line({-2.2, -0.6}, {3.2, -0.6}));
  // Beside the head and down to above the shoulders nobody has more than hair.
  for (const double out : {-1.0, 1.0}) {
    figure.stroke(BodyPart::None, 0.06, line({0.5 + 1.25 * out, -0.6}, {0.5 + 1.25 * out, 1.1}));
    figure.stroke(BodyPart::None, 0.06, line({0.5 + 1.25 * out, 1.1}, {0.5 + 2.7 * out, 1.3}));
  }
  figure.stroke(BodyPart::None, 0.1, line({-2.2, 9.2}, {3.2, 9.2}));
  return figure.strokes;
}

}  // namespace retailor::regions
