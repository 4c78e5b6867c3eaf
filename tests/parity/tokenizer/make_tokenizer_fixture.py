"""Makes the tokenizer's fixture: a small byte-level vocabulary in CLIP's layout, and what transformers' CLIPTokenizerFast makes of some 900 strings.

    python make_tokenizer_fixture.py [FOLDER]      (transformers 4.57.3; writes small_vocabulary/)

The vocabulary is trained on this repository's own prose, so a run on a later state of it makes another one. CLIP's real vocabulary is not ours to
carry: FOLDER as an argument writes FOLDER/strings.jsonl for a real one instead, which the test reads when RETAILOR_CLIP_TOKENIZER names FOLDER.
"""
import json
import pathlib
import random
import sys
import unicodedata

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers, Regex
from transformers import CLIPTokenizerFast
from transformers.models.clip.tokenization_clip import bytes_to_unicode

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
PATTERN = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
MERGES = 1500


def prose():
    texts = [path.read_text() for path in sorted(ROOT.rglob("README.md")) if "build" not in path.parts]
    texts += [path.read_text() for path in sorted((ROOT / "docs").glob("*.md"))]
    return texts + STRINGS[:400]


def trained_merges(texts):
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PATTERN), behavior="removed", invert=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    trainer = trainers.BpeTrainer(vocab_size=512 + MERGES, end_of_word_suffix="</w>", initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    return [tuple(merge) if not isinstance(merge, str) else tuple(merge.split(" ")) for merge in merges]


def write_vocabulary(folder, merges):
    letters = list(bytes_to_unicode().values())
    tokens = letters + [letter + "</w>" for letter in letters]
    for first, second in merges:
        if first + second not in tokens:
            tokens.append(first + second)
    tokens += ["<|startoftext|>", "<|endoftext|>"]
    folder.mkdir(exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps({token: index for index, token in enumerate(tokens)}, ensure_ascii=False))
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(" ".join(merge) for merge in merges) + "\n")
    special = lambda text: {"content": text, "lstrip": False, "normalized": True, "rstrip": False, "single_word": False}
    (folder / "special_tokens_map.json").write_text(json.dumps({
        "bos_token": special("<|startoftext|>"), "eos_token": special("<|endoftext|>"), "pad_token": "<|endoftext|>", "unk_token": special("<|endoftext|>")}, indent=1))
    (folder / "tokenizer_config.json").write_text(json.dumps({
        "add_prefix_space": False, "bos_token": {"__type": "AddedToken", **special("<|startoftext|>")}, "do_lower_case": True,
        "eos_token": {"__type": "AddedToken", **special("<|endoftext|>")}, "errors": "replace", "model_max_length": 77, "pad_token": "<|endoftext|>",
        "tokenizer_class": "CLIPTokenizer", "unk_token": {"__type": "AddedToken", **special("<|endoftext|>")}}, indent=1))


WORDS = ("a photo of a person wearing white sneakers blue jeans leather jacket wide-brimmed hat red dress standing in front of an old building "
         "portrait highly detailed studio lighting bokeh 85mm f1.8 film grain smiling curly hair denim skirt embroidery pattern").split()


def made_strings():
    random.seed(7)
    strings = ["", " ", "   \t\n  ", "a", "A", "a photo of a cat", "A PHOTO OF A CAT", "Hello, World!", "don't", "DON'T", "I'm you're we've they'll she'd it's 'tis rock'n'roll",
               "'s't're", "'S 'T 'RE", "o'clock's", "it’s a “quoted” word", "''s", "!'s", "'", "''", "3.14159", "2024-01-31", "100%", "1st 2nd 3rd", "x86_64", "½ ⅓ ²³ ①② Ⅳ ௧௨௩ ٣٤٥",
               "😀", "😀😃😄", "👨‍👩‍👧‍👦 family", "🏳️‍🌈", "👍🏽", "🇩🇪🇫🇷", "a😀b", "中文", "一个穿红裙子的女人", "日本語のテキスト", "ひらがな カタカナ", "한국어 텍스트", "中a文b", "１２３ ＡＢＣ",
               "café", "cafe\u0301", "naïve", "Ångström A\u030angstro\u0308m \u212b", "ÀÉÎÕÜ", "ß ẞ SS ſ", "İstanbul ISTANBUL ıİ", "ΑΒΓ Σίσυφος ΟΔΥΣΣΕΥΣ", "Привет МИР", "שלום עולם", "مرحبا بالعالم", "नमस्ते दुनिया", "สวัสดี", "ǅ ǈ ǋ",
               "\u1e9b\u0323", "\uac00\u1100\u1161", "e\u0323\u0302 \u1ec7", "ﬁ ﬂ ﬃ", "\u0345\u0344", "tab\tnew\nline\rreturn\x0bvt\x0cff", "nbsp\u00a0here\u2003em\u3000ideographic\u2028ls\u2029ps\u0085nel", "zero\u200bwidth\u200cnon\u200djoiner\ufeffbom",
               "control\x00\x01\x02chars\x1f\x7f", "\x00", "soft\u00adhyphen", "\u202ertl\u202c", "private \ue000 \uf8ff", "\U0001f600\U00010400\U00010428", "unassigned \u0378 \U000e0001", "\ufffd\ufffe",
               "<|startoftext|>", "<|endoftext|>", "a <|startoftext|> b <|endoftext|> c", "<|STARTOFTEXT|>", "<|EndOfText|>x", "x<|endoftext|>", "<|endoftext", "<|startoftext|><|endoftext|>", "< |endoftext|>", "<|endoftext|>s", "a<|startoftext|>'s",
               "cafe\u0301<|endoftext|>e\u0301", "  <|endoftext|>  ", "\n<|startoftext|>\t", "</w>", "a</w>", "Ġ", "#version", "http://example.com/a?b=c&d=e", "user@example.com", "C:\\path\\file.txt", "(masterpiece:1.2), [worst] {x}", "!!!???...", "---", "___", "a_b-c.d", "@#$%^&*()", "…—–‘’“”",
               "word " * 74, "word " * 75, "word " * 76, "word " * 200, "1" * 74, "1" * 75, "1" * 76, "1" * 300, "a" * 1000, "😀" * 100, "中" * 100, "é" * 80, "x, " * 60, "supercalifragilisticexpialidocious " * 12]
    strings += [" ".join(random.choices(WORDS, k=random.randint(1, 40))) for _ in range(150)]
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '.,!?-_/\\()äöüßéèñçøåÉÑΣσςЖждאبक中あ한😀👍🏽\u0301\u0308\u0323\t\n\u00a0\u200b²½"
    strings += ["".join(random.choices(alphabet, k=random.randint(1, 60))) for _ in range(250)]
    pieces = ["'s", "'ll", "don't", "<|endoftext|>", "<|startoftext|>", "É", "e\u0301", "42", " ", "\n", "!", "…", "中", "😀", "Word", "I'VE", "\u00a0", "x"]
    strings += ["".join(random.choices(pieces, k=random.randint(1, 14))) for _ in range(150)]
    letters = [chr(c) for c in range(0x21, 0x3000) if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")]
    strings += ["".join(random.choices(letters, k=random.randint(1, 24))) for _ in range(250)]
    return strings


STRINGS = made_strings()

if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "small_vocabulary"
    if len(sys.argv) == 1:
        write_vocabulary(folder, trained_merges(prose()))
    tokenizer = CLIPTokenizerFast.from_pretrained(folder)
    with open(folder / "strings.jsonl", "w") as output:
        for text in STRINGS:
            # The tokenizers library normalises by Unicode tables of 2016; marks that are younger are put in another order, and left out here.
            if normalizers.NFC().normalize_str(text) != unicodedata.normalize("NFC", text):
                continue
            ids = tokenizer(text, padding="max_length", max_length=tokenizer.model_max_length, truncation=True).input_ids
            while len(ids) > 2 and ids[-2:] == [tokenizer.pad_token_id] * 2:
                ids.pop()  # the end token stays, the padding goes without saying
            plain = tokenizer(text, add_special_tokens=False).input_ids
            output.write(json.dumps({"text": text, "ids": ids, "count": len(plain)}, separators=(",", ":")) + "\n")
