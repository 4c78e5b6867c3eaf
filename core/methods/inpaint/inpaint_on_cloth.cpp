#include "core/methods/inpaint/inpaint_on_cloth.h"

#include <utility>

#include "core/completion/clothed_photo.h"

namespace retailor::inpaint {
namespace {

using completion::Candidate;
using completion::CompletionRequest;
using completion::FittedReferences;
using Candidates = std::vector<Candidate>;

class RunOnCloth {
 public:
  RunOnCloth(const CompletionRequest& request, const FittedReferences& fitted) : m_request(request), m_fitted(fitted) {}

  Result<Candidates> candidates(const Draws& draw) {
    const Result<CompletionRequest> laid = requestOnCloth(m_request, m_fitted);
    if (!laid) return laid.failure();
    const CompletionRequest& left = *laid;
    m_clothed = left.photo;
    if (left.mask->isEmpty()) return covered();
    Result<Candidates> drawn = draw(left);
    if (!drawn) return drawn;
    for (Candidate& one : *drawn)
      if (const Result<void> good = put(one); !good) return good.failure();
    return drawn;
  }

 private:
  // Cloth covers all there was: nothing to draw, and every seed gives the same.
  Result<Candidates> covered() const {
    Candidates all;
    for (int i = 0; i < m_request.settings.variations; ++i) {
      Result<Candidate> one = completion::overClothedPhoto(*m_clothed, m_fitted, nullptr);
      if (!one) return one.failure();
      one->recipe = completion::recipeFor(m_request, m_request.settings.seed + static_cast<std::uint64_t>(i));
      all.push_back(*std::move(one));
    }
    return all;
  }

  Result<void> put(Candidate& one) const {
    Result<Candidate> whole = completion::overClothedPhoto(*m_clothed, m_fitted, &one);
    if (!whole) return whole.failure();
    completion::Recipe recipe = completion::recipeFor(m_request, one.recipe.settings.seed);
    recipe.weights = std::move(one.recipe.weights);
    recipe.device = std::move(one.recipe.device);
    recipe.settings.stopAfterStep = one.recipe.settings.stopAfterStep;
    one = *std::move(whole);
    one.recipe = std::move(recipe);
    return {};
  }

  const CompletionRequest& m_request;
  const FittedReferences& m_fitted;
  std::shared_ptr<const image::Photo> m_clothed;
};

}  // namespace

Result<CompletionRequest> requestOnCloth(const CompletionRequest& request, const FittedReferences& fitted) {
  auto clothed = completion::clothedPhoto(*request.photo, fitted);
  if (!clothed) return clothed.failure();
  CompletionRequest left = completion::unfittedPart(request, request.settings.strength < 1 ? fitted.change : fitted.rest);
  left.photo = *std::move(clothed);
  left.regions = {};
  return left;
}

Result<Candidates> completedOnCloth(const CompletionRequest& request, completion::CompletionListener& listener, const Draws& draw,
                                    std::stop_token stop) {
  listener.stageBegan("Fitting garments", 0);  // seconds beside minutes
  const Result<FittedReferences> fitted = completion::fittedReferences(request, stop);
  if (!fitted) return fitted.failure();
  if (stop.stop_requested()) return Candidates{};
  for (const std::string& note : fitted->notes) listener.noted(note);
  listener.areaChosen(fitted->change);
  return RunOnCloth(request, *fitted).candidates(draw);
}

}  // namespace retailor::inpaint
