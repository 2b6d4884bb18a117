using System.Text.RegularExpressions;
using Bot.Core.Actions;
using Bot.Core.Agenda;
using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Ideas;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;

namespace Bot.Core.Tests.Year;

/// <summary>An idea, as who reads along knows it.</summary>
internal sealed record KnownIdea(string Words, string Who, bool IsAside)
{
    /// <summary>Its code, once it was told.</summary>
    public string Code { get; init; } = "";

    /// <summary>How it stands: on the wall, taken up, off, gone.</summary>
    public string State { get; init; } = "on the wall";

    /// <summary>The codes of what was made of it.</summary>
    public IReadOnlySet<string> Things { get; init; } = new HashSet<string>();
}

/// <summary>
/// The ideas of the simulated year. Each holds a word that nobody else writes: where it stands on a screen, the idea was read. It knows what people
/// typed and what they were shown, and complains when others read what is aside, and when an idea became two things, or none.
/// </summary>
internal sealed partial class KnownIdeas
{
    private readonly Dictionary<string, KnownIdea> ideas = new(StringComparer.Ordinal);
    private readonly HashSet<string> openedLast = new(StringComparer.Ordinal);

    /// <summary>Whether people were told that ideas are written aside.</summary>
    public bool IsAside { get; private set; }

    public IEnumerable<KnownIdea> All => ideas.Values;

    /// <summary>How often somebody tried to read what was aside.</summary>
    public int Peeks { get; private set; }

    /// <summary>Somebody is about to write an idea.</summary>
    public void Writes(string word, string words, string who, bool isAside) => ideas[word] = new KnownIdea(words, who, isAside);

    /// <summary>They were told that it is kept, under a code.</summary>
    public void Kept(string word, string code) => ideas[word] = ideas[word] with { Code = code };

    /// <summary>It was not kept.</summary>
    public void Refused(string word) => ideas.Remove(word);

    /// <summary>Somebody tries to read what is aside.</summary>
    public void Peeked() => Peeks++;

    /// <summary>Reads what is shown to somebody; why that must not be, if it must not.</summary>
    public IEnumerable<string> See(Post post)
    {
        var text = post.Text;
        Turn(text);
        foreach (Match told in AnIdea().Matches(text))
        {
            if (ideas.TryGetValue(told.Groups["word"].Value, out var known))
            {
                ideas[told.Groups["word"].Value] = After(known, told.Groups["code"].Value, told.Groups["after"].Value, post.Sent.Kind == OutgoingKind.Answer);
            }
        }

        if (!post.IsEdit && AProposal().Match(text) is { Success: true } proposed && ideas.TryGetValue(proposed.Groups["word"].Value, out var decided))
        {
            ideas[proposed.Groups["word"].Value] = After(decided, proposed.Groups["code"].Value, "", isAnswer: false);
        }

        var read = AWord().Matches(string.Join('\n', [text, .. post.Sent.Buttons.Select(button => button.Label)])).Select(match => match.Value);
        return read.Any(word => ideas.TryGetValue(word, out var idea) && idea.IsAside && post.To != Village.ChatWith(idea.Who)) ? ["reads what is aside"] : [];
    }

    /// <summary>What is kept otherwise than people were told.</summary>
    public IEnumerable<(string Why, string What)> Compare(Coop coop)
    {
        var kept = coop.All<Idea>().ToDictionary(idea => idea.Ref.ToString(), StringComparer.Ordinal);
        IComeFrom[] made = [.. coop.All<CoopAction>(), .. coop.All<CoopEvent>(), .. coop.All<Decision>()];
        var madeOf = made.Where(thing => thing.From is not null).ToLookup(thing => thing.From.ToString()!, thing => ((Document)thing).Ref.ToString());
        foreach (var known in All)
        {
            var stands = kept.TryGetValue(known.Code, out var idea) ? Stands(idea) : "gone";
            var said = $"{known.State}{(known.State == "taken up" ? $" as {string.Join(", ", known.Things)}" : "")}{(known.State == "gone" ? "" : known.IsAside ? ", aside" : $": {known.Words}")}";
            if (said != stands)
            {
                yield return ("an idea is kept otherwise than was said", $"{known.Code}: {said}\n{stands}");
            }

            if (idea is not null && !madeOf[known.Code].SequenceEqual(idea.Became is { } became ? [became.ToString()] : []))
            {
                yield return ("an idea did not become one thing", $"{known.Code}: {string.Join(", ", madeOf[known.Code])}\n{stands}");
            }
        }

        foreach (var code in kept.Keys.Except(All.Select(known => known.Code), StringComparer.Ordinal))
        {
            yield return ("nobody was told of an idea", code);
        }
    }

    private static string Stands(Idea idea) =>
        $"{(idea.Became is { } became ? $"taken up as {became}" : idea.IsOff ? "off" : "on the wall")}{(idea.IsHidden ? ", aside" : $": {idea.Title}")}";

    // What is said late of a thing may be over by then; what answers somebody is true.
    private static KnownIdea After(KnownIdea known, string code, string after, bool isAnswer)
    {
        var isGone = after.Contains("n'existe plus", StringComparison.Ordinal);
        return code[0] != 'I' ? known with { Things = isGone ? [.. known.Things.Except([code])] : new HashSet<string>([.. known.Things, code]) }
            : !isAnswer ? known
            : known with { Code = code, State = isGone ? "gone" : StateIn(after) ?? known.State };
    }

    private static string? StateIn(string after) =>
        after.Contains("devient", StringComparison.Ordinal) || after.Contains("devenue", StringComparison.Ordinal) || after.Contains("proposée", StringComparison.Ordinal) ? "taken up"
        : after.Contains("au mur", StringComparison.Ordinal) ? "on the wall"
        : null;

    // Opened are all that were aside; taken back, the same are aside again.
    private void Turn(string text)
    {
        if (text.StartsWith("Ouvert :", StringComparison.Ordinal) && IsAside)
        {
            openedLast.Clear();
            openedLast.UnionWith(ideas.Where(each => each.Value is { IsAside: true, State: "on the wall" }).Select(each => each.Key));
            Put(isAside: false);
        }
        else if (text.StartsWith("Noté : les idées s'écrivent à l'écart", StringComparison.Ordinal) || text.StartsWith("Refait : les idées s'écrivent à l'écart", StringComparison.Ordinal))
        {
            IsAside = true;
        }
        else if (text.StartsWith("Annulé : les idées s'écrivent à l'écart", StringComparison.Ordinal))
        {
            Put(isAside: true);
        }
        else if (text.StartsWith("Refait : le mur des idées est ouvert", StringComparison.Ordinal))
        {
            Put(isAside: false);
        }
        else if (text.StartsWith("Annulé : le mur des idées est ouvert", StringComparison.Ordinal))
        {
            IsAside = false;
        }
    }

    private void Put(bool isAside)
    {
        IsAside = isAside;
        foreach (var word in openedLast)
        {
            ideas[word] = ideas[word] with { IsAside = isAside };
        }
    }

    [GeneratedRegex(@"« [^»]*(?<word>q[a-j]+q)[^»]*» \((?<code>[A-Z]\d+)\)(?<after>[^«\n]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnIdea();

    [GeneratedRegex(@"^Proposition (?<code>D\d+),[^\n]*\n« [^»\n]*(?<word>q[a-j]+q)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AProposal();

    [GeneratedRegex(@"\bq[a-j]+q\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AWord();
}
