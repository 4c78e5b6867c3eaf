#include <QtTest>
#include <algorithm>
#include <iostream>
#include <map>
#include <ranges>
#include <sstream>

#include "tests/house/function_lengths.h"

using namespace retailor::house;

namespace {

constexpr int fileMedian = 150;
constexpr int fileMost = 400;
constexpr int functionMedian = 8;
constexpr int functionMost99 = 60;

struct Spread {
  int median = 0;
  int most99 = 0;  // 99 of 100 are no longer
  int most = 0;
};

Spread spreadOf(std::vector<int> lengths) {
  if (lengths.empty()) return {};
  std::ranges::sort(lengths);
  return {lengths[lengths.size() / 2], lengths[(lengths.size() * 99 + 99) / 100 - 1], lengths.back()};
}

std::vector<FunctionLength> allFunctions(const std::vector<SourceFile>& files) {
  std::vector<FunctionLength> all;
  for (const auto& file : files) std::ranges::copy(functionLengths(file), std::back_inserter(all));
  std::ranges::sort(all, std::greater(), &FunctionLength::lines);
  return all;
}

std::vector<int> linesOf(const std::vector<FunctionLength>& functions) {
  std::vector<int> lengths;
  std::ranges::transform(functions, std::back_inserter(lengths), &FunctionLength::lines);
  return lengths;
}

std::vector<int> linesOf(const std::vector<SourceFile>& files) {
  std::vector<int> lengths;
  std::ranges::transform(files, std::back_inserter(lengths), [](const SourceFile& file) { return lineCount(file.text); });
  return lengths;
}

std::map<std::string, std::string> reasonsFor(const std::string& list) {
  std::map<std::string, std::string> reasons;
  std::istringstream stream(list);
  for (std::string line; std::getline(stream, line);)
    if (const auto gap = line.find(' '); !line.starts_with('#') && gap != std::string::npos)
      reasons[line.substr(0, gap)] = line.substr(gap + 1);
  return reasons;
}

Findings longFiles(const std::vector<SourceFile>& files, const std::string& reasonList) {
  Findings findings;
  const auto reasons = reasonsFor(reasonList);
  for (const auto& file : files)
    if (lineCount(file.text) > fileMost && !reasons.contains(file.path))
      findings.push_back(file.path + " has " + std::to_string(lineCount(file.text)) + " lines and no reason in tests/house/long_files.txt");
  return findings;
}

void print(const char* what, std::size_t count, const Spread& spread) {
  std::cout << what << ": " << count << ", median " << spread.median << " lines, 99 of 100 at most " << spread.most99 << ", longest "
            << spread.most << "\n";
}

void printLongest(const std::vector<FunctionLength>& functions) {
  for (const auto& function : functions | std::views::take(8))
    std::cout << "  " << function.lines << "  " << function.name << "  " << function.path << ":" << function.line << "\n";
}

std::string repeated(const std::string& line, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += line;
  return text;
}

}  // namespace

class TestLengths : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void functionsAreCounted_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");  // name=lines, in order
    const auto row = [](const char* name, const char* text, const char* expected) {
      QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("plain", "namespace a {\nint f(int x) {\n  return x;\n}\n}\n", "f=3");
    row("one line", "inline int f() { return 1; }\nint g() { return 2; }\n", "f=1 g=1");
    row("head on two lines", "int f(int x,\n      int y) {\n}\n", "f=3");
    row("declaration only", "int f(int x);\nstruct A;\n", "");
    row("members",
        "class A : public B<int> {\n public:\n  A() = default;\n  int f() const override { return m_a; }\n  int m_a{3};\n  "
        "std::vector<int> m_b = {1, 2};\n};\n",
        "f=1");
    row("constructor", "A::A(int x) : m_x(x), m_y{x}, m_z{{1}} {\n  if (x) {\n  }\n}\n", "A::A=4");
    row("braces in strings", "void f() {\n  g(\"}}}{\", '}', R\"(}})\");  // }\n}\n", "f=3");
    row("digit separators", "int f() {\n  return 1'000'000;\n}\n", "f=3");
    row("directive", "#define X(a) do { a; \\\n  } while (0\nint f() {\n}\n", "f=2");
    row("lambda inside", "int f() {\n  auto g = [](int x) {\n    return x;\n  };\n  return g(1);\n}\n", "f=6");
    row("default argument in braces", "void f(Size size = {1, 2}) {\n}\n", "f=2");
    row("template", "template <class T>\nT f(T x) {\n  return x;\n}\n", "f=4");
    row("template of a class", "template <class T, class U>\nclass A {\n  int f() {\n  }\n};\n", "f=2");
    row("operators", "struct A {\n  bool operator==(const A&) const { return true; }\n  int operator()(int x) { return x; }\n};\n",
        "operator===1 operator()=1");
    row("trailing return type", "auto f() -> std::pair<int, int> {\n  return {1, 2};\n}\n", "f=3");
    row("table", "constexpr std::array<int, 3> table{{\n 1, 2, 3}};\nconst char* names[] = {\"a(b)\"};\nint f() { return 1; }\n", "f=1");
    row("enum", "enum class A { B, C };\nint f() { return 1; }\n", "f=1");
    row("slots", "class A {\n  Q_OBJECT\n private Q_SLOTS:\n  void f() {\n  }\n};\n", "f=2");
  }

  void functionsAreCounted() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QStringList found;
    for (const auto& function : functionLengths(sourceFile("a.cpp", text.toStdString())))
      found << QString::fromStdString(function.name + "=" + std::to_string(function.lines));
    QCOMPARE(found.join(QLatin1Char(' ')), expected);
  }

  void longFilesAndFunctionsAreFound() {
    const auto file = sourceFile("core/a.cpp", "void f() {\n" + repeated("  g();\n", 400) + "}\n");
    QCOMPARE(longFiles({file}, "").size(), std::size_t(1));
    QVERIFY(longFiles({file}, "core/a.cpp a table of numbers\n").empty());
    QCOMPARE(spreadOf(linesOf(allFunctions({file}))).most99, 402);
  }

  void spreadTakesTheRanks() {
    std::vector<int> lengths(200, 5);
    lengths[0] = lengths[1] = 90;
    QCOMPARE(spreadOf(lengths).median, 5);
    QCOMPARE(spreadOf(lengths).most99, 5);
    lengths[2] = 80;
    QCOMPARE(spreadOf(lengths).most99, 80);
  }

  void ourFilesAreShort() {
    const auto ours = readSources(RETAILOR_SOURCE_DIR, {"core", "ui", "app"});
    const auto tests = readSources(RETAILOR_SOURCE_DIR, {"tests"});
    print("files", ours.size(), spreadOf(linesOf(ours)));
    print("files of tests", tests.size(), spreadOf(linesOf(tests)));
    const auto reasons = readText(std::string(RETAILOR_SOURCE_DIR) + "/tests/house/long_files.txt");
    auto findings = longFiles(ours, reasons);
    std::ranges::copy(longFiles(tests, reasons), std::back_inserter(findings));
    QVERIFY2(findings.empty(), joined(findings).c_str());
    QVERIFY(spreadOf(linesOf(ours)).median <= fileMedian);
  }

  void ourFunctionsAreShort() {
    const auto ours = allFunctions(readSources(RETAILOR_SOURCE_DIR, {"core", "ui", "app"}));
    const auto tests = allFunctions(readSources(RETAILOR_SOURCE_DIR, {"tests"}));
    print("functions", ours.size(), spreadOf(linesOf(ours)));
    printLongest(ours);
    print("functions of tests", tests.size(), spreadOf(linesOf(tests)));
    printLongest(tests);
    QVERIFY(spreadOf(linesOf(ours)).median <= functionMedian);
    QVERIFY(spreadOf(linesOf(ours)).most99 <= functionMost99);
    QVERIFY(spreadOf(linesOf(tests)).most99 <= functionMost99);
  }
};

QTEST_GUILESS_MAIN(TestLengths)
#include "test_lengths.moc"
