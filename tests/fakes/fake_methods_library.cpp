// Stands in for libretailor-methods.so beside a copy of a program, so that the program can be tested with methods that are slow or fail.
#include "core/methods/library_entry.h"
#include "tests/fakes/fake_method.h"

namespace {

using namespace retailor;

fakes::FakeBehaviour behaviour(const char* key) {
  fakes::FakeBehaviour fake;
  fake.key = key;
  return fake;
}

fakes::FakeBehaviour posed() {
  fakes::FakeBehaviour fake = behaviour("fake-posed");
  fake.settings = {completion::Setting::Pose};
  return fake;
}

fakes::FakeBehaviour slow() {
  fakes::FakeBehaviour fake = behaviour("fake-slow");
  fake.steps = 200;
  fake.stepTime = std::chrono::milliseconds(50);
  return fake;
}

fakes::FakeBehaviour failing(const char* key, Failure failure) {
  fakes::FakeBehaviour fake = behaviour(key);
  fake.failAtStep = 3;
  fake.failure = std::move(failure);
  return fake;
}

fakes::FakeBehaviour throwing(const char* key, bool badAlloc) {
  fakes::FakeBehaviour fake = behaviour(key);
  fake.failAtStep = 3;
  fake.throwsBadAlloc = badAlloc;
  return fake;
}

fakes::FakeBehaviour withoutWeights() {
  fakes::FakeBehaviour fake = behaviour("fake-without-weights");
  fake.missing = {{"U-Net weights", "/models/unet/diffusion_pytorch_model.safetensors"}};
  return fake;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) bool retailor_methods(const char* stamp, const methods::NetworkDoor&,
                                                                        methods::MethodList* list) {
  if (stamp == nullptr || stamp != completion::libraryStamp()) return false;
  for (const fakes::FakeBehaviour& fake :
       {behaviour("fake"), posed(), slow(), failing("fake-failing", {FailureKind::Internal, "The fake was told to fail."}),
        throwing("fake-throwing", false), throwing("fake-out-of-memory", true), withoutWeights()})
    list->push_back(std::make_shared<fakes::FakeMethod>(fake));
  return true;
}
