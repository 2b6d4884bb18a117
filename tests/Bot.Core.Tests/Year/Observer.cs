using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>Something that stands on people's screens.</summary>
internal sealed record Post(Instant At, Place To, string Text, string Message, bool IsEdit, Outgoing Sent)
{
    public IEnumerable<string> Lines => Text.Split('\n');

    public bool Has(string label) => Sent.Buttons.Any(button => Ledger.Flat(button.Label) == label);
}

/// <summary>
/// Sits in every conversation and holds the bot to its word. What it knows it has from the screen: who acted where, what was shown to
/// whom, and when. It never asks the bot's memory.
/// </summary>
internal sealed class Observer(Ledger ledger, IReadOnlyCollection<string> people)
{
    private const int LongestAnswer = 350;
    private const int MostLines = 6;

    // Two lists of seven, with their heads and « et 3 de plus ».
    private const int MostLinesOfAList = 18;

    // What waited has seven lines, or is one thing of nine, and may come with a reminder of two lists.
    private const int MostLinesTogether = 26;

    private readonly Lock gate = new();
    private readonly List<Post> step = [];
    private readonly Dictionary<string, Post> screens = new(StringComparer.Ordinal);
    private readonly Budgets budgets = new();
    private readonly Dictionary<string, Promise> promises = new(StringComparer.Ordinal);
    private readonly Reminders reminders = new(ledger);
    private readonly Commons commons = new(ledger);

    /// <summary>What was wrong, and what each time.</summary>
    public List<(string Why, string What)> Complaints { get; } = [];

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>What is on people's screens, by the id of the message.</summary>
    public IEnumerable<Post> Screens => screens.Values;

    public IEnumerable<Promise> Promises => promises.Values;

    public Reminders Reminders => reminders;

    public Budgets Budgets => budgets;

    public Commons Commons => commons;

    /// <summary>Something is shown, on whatever thread the bot likes.</summary>
    public void See(Instant at, Sending sending, string message)
    {
        lock (gate)
        {
            step.Add(new Post(at, sending.Message.To, Ledger.Flat(sending.Message.Text), message, sending.Edits is not null, sending.Message));
        }
    }

    /// <summary>Somebody was promised to be reminded.</summary>
    public void Expect(string words, string who, Instant at) => promises[words] = new Promise(words, who, at);

    public void Refuse(string words) => promises.Remove(words);

    /// <summary>Somebody took back, or did again, what they last asked for.</summary>
    public void TakeBack(string who, bool isAgain)
    {
        var last = promises.Values.LastOrDefault(promise => promise.Who == who && promise.ToldAt is null && promise.IsTakenBack == isAgain);
        if (last is not null)
        {
            promises[last.Words] = last with { IsTakenBack = !isAgain };
        }
    }

    /// <summary>Somebody wants to hear again of what a message tells.</summary>
    public void Snoozed(string who, Post post) => reminders.Snooze(who, post);

    /// <summary>Time passed and nobody did anything: all that was shown, the bot said of itself.</summary>
    public void Silence() => Hear(Watch([]));

    /// <summary>Who is told that a place is theirs has heard so; after what was answered is known.</summary>
    public void Hear(IReadOnlyList<Post> posts)
    {
        foreach (var text in posts.Where(post => !post.IsEdit).Select(post => post.Text))
        {
            ledger.Events.Hear(text);
        }

        commons.Compare(posts);
    }

    /// <summary>Looks at what should have been said by now.</summary>
    public void Check(Instant now) => Complaints.AddRange(commons.Missed(now));

    /// <summary>Looks at what was shown since the last time.</summary>
    /// <param name="acting">What people did.</param>
    /// <returns>What was shown.</returns>
    public IReadOnlyList<Post> Watch(IReadOnlyCollection<Incoming> acting)
    {
        List<Post> posts;
        lock (gate)
        {
            posts = [.. step.OrderBy(post => Outgoing.TurnOf(post.Sent.Id)).ThenBy(post => NumberOf(post.Sent.Id))];
            step.Clear();
        }

        foreach (var turn in posts.GroupBy(post => Outgoing.TurnOf(post.Sent.Id)))
        {
            turn.ToList().ForEach(post => commons.See(post, ReadersOf(post, acting)));
            turn.ToList().ForEach(post => Look(post, acting));
        }

        foreach (var twice in posts.Where(post => !post.IsEdit && post.Text.Length > 0).GroupBy(post => (post.At, post.To, post.Text)).Where(same => same.Count() > 1))
        {
            Complain(twice.First(), "is said twice");
        }

        return posts;
    }

    public void Complain(Post post, string why) =>
        Complaints.Add((why, string.Create(CultureInfo.InvariantCulture, $"{Calendar.Local(post.At):ddd yyyy-MM-dd HH:mm}, {post.To.Thread ?? post.To.Id}: {post.Text}")));

    private void Look(Post post, IReadOnlyCollection<Incoming> acting)
    {
        screens[post.Message] = post;
        Count(post.IsEdit ? "edits" : "posts");
        if (post.Text.Contains("a cassé de mon côté", StringComparison.Ordinal))
        {
            Complain(post, "is told of a bug");
        }

        var isAsked = acting.Any(each => post.To == each.Place || post.To == Village.ChatWith(each.By.Name) || post.Sent.Answers == each.Key);
        foreach (var why in ledger.Ideas.See(post))
        {
            Complain(post, why);
        }

        HoldShort(post, isAsked);
        if (post.IsEdit || Keeps(post) || isAsked || post.Sent.Kind is OutgoingKind.Ballot or OutgoingKind.Urgent)
        {
            return;
        }

        Count(post.Sent.Invitation is not null ? "invitations to open a chat" : IsRoom(post) ? "unasked in rooms" : "unasked in private");
        var owner = IsRoom(post) ? null : people.First(who => post.To == Village.ChatWith(who));
        foreach (var why in (IEnumerable<string>)[.. budgets.Spend(post, IsRoom(post)), .. reminders.Hear(post, owner), .. commons.Hear(post, owner)])
        {
            Complain(post, why);
        }
    }

    // Whose chat it is, whom it answers, or who stands in it.
    private IEnumerable<string> ReadersOf(Post post, IReadOnlyCollection<Incoming> acting) => people.Where(who => post.To == Village.ChatWith(who)
        || acting.Any(each => each.By.Name == who && post.Sent.Answers == each.Key) || (IsRoom(post) && post.Text.Contains(who, StringComparison.Ordinal)));

    // A list that was asked for may be as long as a list.
    private void HoldShort(Post post, bool isAsked)
    {
        var isList = post.Lines.Count() > 2 || !isAsked;
        var mostLines = post.Text.StartsWith("Ce qui attendait", StringComparison.Ordinal) ? MostLinesTogether : MostLinesOfAList;
        if (IsRoom(post) && !post.Sent.IsCard && (isList ? post.Lines.Count() > mostLines : post.Text.Length > LongestAnswer || post.Lines.Count() > MostLines))
        {
            Complain(post, "is too long for a phone");
        }
    }

    // A promised reminder: to who asked, at its time or as soon as the bot is back, and once.
    private bool Keeps(Post post)
    {
        const string Reminder = "Rappel : ";
        if (!post.Text.StartsWith(Reminder, StringComparison.Ordinal) || !promises.TryGetValue(post.Text[Reminder.Length..], out var promise))
        {
            return false;
        }

        Count("promised reminders told");
        if (post.To != Village.ChatWith(promise.Who) || promise.ToldAt is not null || promise.IsTakenBack || post.At != Calendar.WhenAwake(promise.At))
        {
            Complain(post, "is not told as promised");
        }

        promises[promise.Words] = promise with { ToldAt = post.At };
        return true;
    }

    // Which of the things its turn says: several queues carry them.
    private static int NumberOf(string id) => int.Parse(id.Split('-')[2], CultureInfo.InvariantCulture);

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

    private bool IsRoom(Post post) => post.To.Conversation == Neighbourhood.Home;
}

/// <summary>A reminder somebody asked for.</summary>
internal sealed record Promise(string Words, string Who, Instant At)
{
    public Instant? ToldAt { get; init; }

    public bool IsTakenBack { get; init; }
}
