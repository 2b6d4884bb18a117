using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Core.Texts;

/// <summary>
/// Words as they are compared: without accents, capitals or typography, so that "Étape", "etape" and "ÉTAPE" are one word.
/// </summary>
public static class Folding
{
    private const int Short = 128;

    // The program runs without the system's culture data, under which string.Normalize leaves everything outside ASCII as
    // it is. Hence this table, of what Unicode decomposes in Latin, Greek and Cyrillic: a plain letter, then those that become it.
    private static readonly string[] Table =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďđḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǧǵḡ",
        "hĥħȟḣḥḧḩḫẖ", "iìíîïĩīĭįıǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľłḷḹḻḽ", "mḿṁṃ", "nñńņňǹṅṇṉṋ",
        "oòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ",
        "αάὰᾰᾱᾶ", "εέὲ", "ηήὴῆ", "ιίΐϊὶῐῑῖ", "οόὸ", "υύϋΰὺῠῡῦ", "ωώὼῶ",
        "аӑӓ", "гѓ", "еѐёӗ", "жӂӝ", "зӟ", "ийѝӣӥ", "кќ", "оӧ", "уўӯӱӳ", "чӵ", "ыӹ", "эӭ", "ії",
        "'’‘ʼ′´", " \u00A0\u202F\u2007\u2009\u200A",
    ];

    private static readonly FrozenDictionary<char, string> Plain = Table
        .SelectMany(row => row.Skip(1).Select(letter => (letter, plain: row[..1])))
        .Concat([('œ', "oe"), ('æ', "ae"), ('ǽ', "ae"), ('ǣ', "ae"), ('ß', "ss"), ('\u200B', ""), ('\u2060', ""), ('\uFEFF', "")])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly SearchValues<char> AlreadyFolded =
        SearchValues.Create(" abcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~\n");

    private static readonly SearchValues<char> Joints = SearchValues.Create("-_ '");

    /// <summary>Lower case, no accents, œ as oe, æ as ae, ß as ss, every apostrophe as ', every space as a plain one.</summary>
    /// <param name="text">Anything somebody wrote.</param>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(AlreadyFolded))
        {
            return text;
        }

        // One letter becomes two at most.
        var folded = text.Length <= Short ? stackalloc char[2 * Short] : new char[2 * text.Length];
        return new string(folded[..Fold(text, folded)]);
    }

    /// <summary>Folds a text into a place that is twice as long, and says how much of it was needed.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var typed in text)
        {
            var letter = char.ToLowerInvariant(typed);
            if (!char.IsAscii(letter) && Plain.TryGetValue(letter, out var plain))
            {
                plain.CopyTo(folded[length..]);
                length += plain.Length;
            }
            else if (letter is < '\u0300' or > '\u036F')
            {
                // What is left out is an accent that stands behind its letter: some keyboards send é as two characters.
                folded[length++] = letter;
            }
        }

        return length;
    }

    /// <summary>
    /// A name as it is compared: folded, and without the hyphens, underscores, spaces and apostrophes that people put in or
    /// leave out, so that "je_prends", "je-prends" and "Je prends" are one command.
    /// </summary>
    /// <param name="text">A name somebody typed.</param>
    public static string FoldName(string text)
    {
        var folded = Fold(text);
        if (!folded.AsSpan().ContainsAny(Joints))
        {
            return folded;
        }

        var name = folded.Length <= Short ? stackalloc char[Short] : new char[folded.Length];
        var length = 0;
        foreach (var letter in folded)
        {
            if (!Joints.Contains(letter))
            {
                name[length++] = letter;
            }
        }

        return new string(name[..length]);
    }
}
