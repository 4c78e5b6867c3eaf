#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <string>

namespace retailor::tests {

inline constexpr const char* kAtrLabels =
    R"({"0": "Background", "1": "Hat", "2": "Hair", "3": "Sunglasses", "4": "Upper-clothes", "5": "Skirt", "6": "Pants", "7": "Dress",
  "8": "Belt", "9": "Left-shoe", "10": "Right-shoe", "11": "Face", "12": "Left-leg", "13": "Right-leg", "14": "Left-arm", "15": "Right-arm",
  "16": "Bag", "17": "Scarf"})";

// A folder in which models lie, to put human parsers into, or what looks like them.
class ParserFolder {
 public:
  std::filesystem::path path(const std::string& name = {}) const {
    const std::filesystem::path folder = m_folder.path().toStdString();
    return name.empty() ? folder : folder / name;
  }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }

  static std::string config(const std::string& labels, const std::string& className = "SegformerForSemanticSegmentation") {
    return R"({"architectures": [")" + className + R"("], "model_type": "segformer", "id2label": )" + labels + "}";
  }

  // Weights without a tensor: enough for whoever only looks for them.
  static std::string noTensors() { return std::string("\x02\0\0\0\0\0\0\0{}", 10); }

  // As published, but for what the weights hold.
  void writeParser(const std::string& name, const std::string& labels = kAtrLabels) const {
    write(name + "/config.json", config(labels));
    write(name + "/preprocessor_config.json", R"({"size": {"height": 512, "width": 512}})");
    write(name + "/model.safetensors", noTensors());
    write(name + "/README.md", "---\nlicense: mit\n---\n");
  }

 private:
  QTemporaryDir m_folder;
};

}  // namespace retailor::tests
