using Bot.Core.Memory;

namespace Bot.Core.Facts;

/// <summary>Something was taken back, or done again: what hangs on it may have to be worked out anew.</summary>
/// <param name="Documents">The documents concerned, each as it was and as it is.</param>
public sealed record WasPutBack(IReadOnlyList<Document> Documents);

/// <summary>A message of the kind that must not get lost now stands where people read it.</summary>
/// <param name="Subject">What it is about.</param>
public sealed record MessageWasShown(string Subject);

/// <summary>Two members turned out to be one person, who has another account: what counts persons counts them once.</summary>
/// <param name="Former">The member nobody speaks for any more; what they did stays theirs.</param>
/// <param name="Now">Who they are.</param>
public sealed record MembersWereOne(int Former, int Now)
{
    /// <summary>The number that somebody has now.</summary>
    /// <param name="member">The one they had.</param>
    public int NumberOf(int member) => member == Former ? Now : member;
}

/// <summary>Somebody is no longer a member.</summary>
/// <param name="Member">Who was.</param>
public sealed record MemberLeft(int Member);
