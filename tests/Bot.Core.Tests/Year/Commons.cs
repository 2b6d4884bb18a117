using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>What people share, as they were told of it: slots, rotations, rooms and tools, circles. It reads cards and answers, and listens to what is said unasked.</summary>
internal sealed partial class Commons
{
    public Commons(Ledger ledger)
    {
        Diaries = new Diaries(ledger.Events, Slots);
        Announcements = new Announcements(Slots);
        Circles = new Memberships(ledger);
    }

    public Rosters Slots { get; } = new();

    public Rounds Rotas { get; } = new();

    public Loans Things { get; } = new();

    public Memberships Circles { get; }

    public Diaries Diaries { get; }

    public Announcements Announcements { get; }

    /// <summary>What can't be true, of all of it.</summary>
    public IEnumerable<(string Why, string What)> Complaints => [.. Slots.Complaints, .. Rotas.Complaints, .. Things.Complaints, .. Circles.Complaints];

    /// <summary>Looks at something that stands on a screen.</summary>
    /// <param name="post">What.</param>
    /// <param name="readers">Who reads it as theirs.</param>
    public void See(Post post, IEnumerable<string> readers)
    {
        if (post.Sent.IsCard)
        {
            Slots.See(Undated(post.Text), post.At);
            Rotas.See(Undated(post.Text), post.At);
        }

        if (post.Text.Contains("à la même heure", StringComparison.Ordinal))
        {
            readers.ToList().ForEach(reader => Diaries.Warned(reader, post.Text, post.At));
        }

        Announcements.SeeGivenUp(Undated(post.Text), post.At);

        // « Je viens » belongs to every place that is given up or looks for somebody.
        if (!post.IsEdit && post.To.Conversation == Neighbourhood.Home && AnOpenPlace().IsMatch(post.Text) && !post.Has("Je viens"))
        {
            Slots.Complaints.Add(("a place is given up and not offered", post.Text));
        }
    }

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    public void Read(IReadOnlyList<string> texts, string who, Instant at)
    {
        texts = [.. texts.Select(text => HowToUndo().Replace(Undated(text), "")).Distinct(StringComparer.Ordinal)];
        Slots.Read(texts, who, at);
        Rotas.Read(texts);
        Things.Read(texts, who, at);
        Circles.Read(texts, who);
    }

    /// <summary>Reads what was said unasked, and tells what is wrong with it.</summary>
    public IEnumerable<string> Hear(Post post, string? who)
    {
        post = post with { Text = Undated(post.Text) };
        return Announcements.Hear(post, who).Concat(Rotas.Hear(post, who)).Concat(Things.Hear(post, who));
    }

    /// <summary>Compares what stands on cards with what was said.</summary>
    public void Compare(IEnumerable<Post> posts)
    {
        foreach (var card in posts.Where(post => post.Sent.IsCard))
        {
            Slots.Compare(Undated(card.Text), card.At);
        }
    }

    /// <summary>What should have been said by now.</summary>
    public IEnumerable<(string Why, string What)> Missed(Instant now) => Diaries.Look(now).Concat(Announcements.Missed(now));

    // Days of another year are written with it, and without it once that year has come.
    private static string Undated(string text) => AYear().Replace(text, "");

    [GeneratedRegex("^(Cherche quelqu'un :|Noté : \\p{L}+ ne viendra pas à) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnOpenPlace();

    // Said to who asked and to a room, it happened once.
    [GeneratedRegex(@"\s+Erreur \? /oups$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HowToUndo();

    [GeneratedRegex(@"(?<=\p{L}\.?) 20\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AYear();
}
