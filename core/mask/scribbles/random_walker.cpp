#include "core/mask/scribbles/random_walker.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include <Eigen/SparseCholesky>
#include <opencv2/imgproc.hpp>

#include "core/image/opencv_bitmap.h"

namespace retailor::mask {

namespace {

constexpr double kLeastTie = 1e-6;
constexpr double kSharpness = 4;  // soft edges, of hair or out of focus, spread over several pixels

// To the right and below: with their mirror images all eight neighbours.
struct Neighbour {
  int x, y;
  double tie;
};
constexpr std::array kNeighbours{Neighbour{1, 0, 1}, Neighbour{0, 1, 1}, Neighbour{1, 1, M_SQRT1_2}, Neighbour{-1, 1, M_SQRT1_2}};

cv::Mat labOf(const image::Bitmap& picture) {
  cv::Mat rgb = image::toCv(picture), lab;
  if (rgb.channels() == 4) cv::cvtColor(rgb, rgb, cv::COLOR_RGBA2RGB);
  rgb.convertTo(lab, CV_32F, 1.0 / 255);
  cv::cvtColor(lab, lab, cv::COLOR_RGB2Lab);
  return lab;
}

// Calls with both pixels' indices, the squared difference of their colours, and how near they lie.
template <class Call>
void overTies(const cv::Mat& lab, const Call& call) {
  for (int y = 0; y < lab.rows; ++y)
    for (int x = 0; x < lab.cols; ++x)
      for (const Neighbour& step : kNeighbours) {
        const int ox = x + step.x, oy = y + step.y;
        if (ox < 0 || ox >= lab.cols || oy >= lab.rows) continue;
        const cv::Vec3f d = lab.at<cv::Vec3f>(y, x) - lab.at<cv::Vec3f>(oy, ox);
        call(y * lab.cols + x, oy * lab.cols + ox, static_cast<double>(d.dot(d)), step.tie);
      }
}

double sharpness(const cv::Mat& lab) {
  double sum = 0;
  std::size_t ties = 0;
  overTies(lab, [&](int, int, double difference, double) { sum += difference, ++ties; });
  return sum > 0 ? kSharpness * static_cast<double>(ties) / (2 * sum) : 0;
}

// The linear system L_U x = -B m: the pixels without a seed, and how those with one pull at them.
class WalkSystem {
 public:
  using Sparse = Eigen::SparseMatrix<double>;

  WalkSystem(const cv::Mat& lab, const Labels& seeds, int count) : m_unknown(lab.total(), -1) {
    for (std::size_t i = 0; i < lab.total(); ++i)
      if (seeds.row(0)[i] == 0) m_unknown[i] = m_unknownCount++;
    m_pull = Eigen::MatrixXd::Zero(m_unknownCount, count);
    m_degree = Eigen::VectorXd::Zero(m_unknownCount);
    const double sharp = sharpness(lab);
    overTies(lab, [&](int a, int b, double difference, double near) {
      tie(a, b, near * (std::exp(-sharp * difference) + kLeastTie), seeds.row(0));
    });
    for (int i = 0; i < m_unknownCount; ++i) m_entries.emplace_back(i, i, m_degree[i]);
  }

  bool allSeeded() const { return m_unknownCount == 0; }
  int unknown(std::size_t pixel) const { return m_unknown[pixel]; }  // its row, -1 for a seed
  const Eigen::MatrixXd& pull() const { return m_pull; }

  Sparse matrix() const {
    Sparse lower(m_unknownCount, m_unknownCount);
    lower.setFromTriplets(m_entries.begin(), m_entries.end());
    return lower;
  }

 private:
  void tie(int a, int b, double weight, const std::uint8_t* seeds) {
    const int rowA = m_unknown[static_cast<std::size_t>(a)], rowB = m_unknown[static_cast<std::size_t>(b)];
    if (rowA >= 0) m_degree[rowA] += weight;
    if (rowB >= 0) m_degree[rowB] += weight;
    if (rowA >= 0 && rowB >= 0) m_entries.emplace_back(std::max(rowA, rowB), std::min(rowA, rowB), -weight);
    if (rowA >= 0 && rowB < 0) m_pull(rowA, seeds[b] - 1) += weight;
    if (rowB >= 0 && rowA < 0) m_pull(rowB, seeds[a] - 1) += weight;
  }

  std::vector<int> m_unknown;
  int m_unknownCount = 0;
  Eigen::MatrixXd m_pull;
  Eigen::VectorXd m_degree;
  std::vector<Eigen::Triplet<double>> m_entries;  // the lower triangle
};

int labelsWithSeeds(const Labels& seeds) {
  const auto counts = seeds.counts();
  return static_cast<int>(std::count_if(counts.begin() + 1, counts.end(), [](std::size_t pixels) { return pixels > 0; }));
}

RandomWalk withSolution(const WalkSystem& system, const Eigen::MatrixXd& solution, const Labels& seeds, int count) {
  const std::size_t pixels = static_cast<std::size_t>(seeds.width()) * static_cast<std::size_t>(seeds.height());
  RandomWalk walk{seeds.size(), std::vector<std::vector<double>>(static_cast<std::size_t>(count), std::vector<double>(pixels))};
  for (std::size_t i = 0; i < pixels; ++i) {
    const int row = system.unknown(i);
    for (int label = 0; label < count; ++label)
      walk.chances[static_cast<std::size_t>(label)][i] =
          row < 0 ? (seeds.row(0)[i] == label + 1 ? 1.0 : 0.0) : std::clamp(solution(row, label), 0.0, 1.0);
  }
  return walk;
}

// The last label with seeds gets what the others leave, which saves one solution and makes the chances sum to 1.
Eigen::MatrixXd solved(const Eigen::SimplicialLDLT<WalkSystem::Sparse>& factor, const WalkSystem& system) {
  const Eigen::MatrixXd& pull = system.pull();
  Eigen::MatrixXd solution = Eigen::MatrixXd::Zero(pull.rows(), pull.cols());
  Eigen::Index last = pull.cols() - 1;
  while (last > 0 && pull.col(last).isZero(0)) --last;
  Eigen::VectorXd rest = Eigen::VectorXd::Ones(pull.rows());
  for (Eigen::Index label = 0; label < last; ++label) {
    if (pull.col(label).isZero(0)) continue;
    solution.col(label) = factor.solve(pull.col(label)).cwiseMax(0).cwiseMin(rest);
    rest -= solution.col(label);
  }
  solution.col(last) = rest;
  return solution;
}

}  // namespace

Labels RandomWalk::likeliest() const {
  Labels labels(size);
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x) {
      int best = 1;
      for (int label = 2; label <= static_cast<int>(chances.size()); ++label)
        if (chance(label, x, y) > chance(best, x, y)) best = label;
      labels.row(y)[x] = static_cast<std::uint8_t>(best);
    }
  return labels;
}

Result<RandomWalk> randomWalk(const image::Bitmap& picture, const Labels& seeds, int count, std::stop_token stop) {
  assert(picture.sampleType() == image::SampleType::U8 && picture.channels() >= 3 && seeds.size() == picture.size());
  if (labelsWithSeeds(seeds) < 2) return badInput("Draw strokes on at least two different parts, so that they can be told apart.");
  try {
    const WalkSystem system(labOf(picture), seeds, count);
    if (system.allSeeded()) return withSolution(system, {}, seeds, count);
    Eigen::SimplicialLDLT<WalkSystem::Sparse> factor;
    factor.analyzePattern(system.matrix());
    if (stop.stop_requested()) return RandomWalk{picture.size(), {}};
    factor.factorize(system.matrix());
    if (stop.stop_requested()) return RandomWalk{picture.size(), {}};
    if (factor.info() != Eigen::Success) return Failure{FailureKind::Internal, "The parts could not be told apart; draw other strokes."};
    return withSolution(system, solved(factor, system), seeds, count);
  } catch (const cv::Exception& problem) {
    return Failure{FailureKind::Internal, "The parts could not be told apart: " + problem.err + "."};
  } catch (const std::bad_alloc&) {
    return Failure{FailureKind::OutOfMemory, "There is not enough memory to tell the parts apart; close other programs."};
  }
}

}  // namespace retailor::mask
