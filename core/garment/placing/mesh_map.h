#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/garment/mesh/fit_mesh.h"
#include "core/image/geometry.h"

namespace retailor::garment {

// Which place of the garment's picture each photo pixel shows. For .cpp files of this room only.
class MeshMap {
 public:
  // `window` in photo pixels, seen at `scale` of its size. Where sleeves and torso overlap, `sleevesOnTop` decides. A little beyond the
  // mesh, `reach` cells, the nearest triangle goes on: the cloth's soft edge needs it.
  MeshMap(const FitMesh& mesh, const image::Rect& window, double scale, bool sleevesOnTop, double reach);

  cv::Size size() const { return m_triangle.size(); }
  // Rows [first, last): CV_32FC2 positions in the garment's picture as cv::remap() wants them (pixel centres whole); far outside where
  // there is no cloth.
  cv::Mat sources(int first, int last) const;
  // How much larger the cloth is drawn than its picture shows it, both directions averaged.
  double enlargement() const { return m_enlargement; }

 private:
  void draw(const FitMesh& mesh, bool sleeves);
  void drawTriangle(const FitMesh& mesh, int triangle);
  void goOn(double reach);

  image::Rect m_window;
  double m_scale;
  cv::Mat m_triangle;               // CV_32S: 1 + index, 0 where there is none
  std::vector<cv::Matx23f> m_maps;  // of each triangle, photo to garment
  double m_enlargement = 1;
};

}  // namespace retailor::garment
