#include "core/neural/layers/attention_slices.h"

namespace retailor::neural {
namespace {

thread_local std::int64_t mostQueries = 0;

}  // namespace

AttentionSlices::AttentionSlices(std::int64_t queries) : m_before(mostQueries) { mostQueries = queries; }

AttentionSlices::~AttentionSlices() { mostQueries = m_before; }

std::int64_t AttentionSlices::most() { return mostQueries; }

}  // namespace retailor::neural
