using System.Text.Json.Serialization;

namespace Bot.Core.Chat;

/// <summary>A document or a picture that goes with a message.</summary>
/// <param name="Name">What it is called, with its ending: mars.csv.</param>
/// <param name="MediaType">What it is, as in text/csv or image/png.</param>
/// <param name="Content">What is in it.</param>
public sealed record Attachment(string Name, string MediaType, byte[] Content)
{
    /// <summary>Of a drawing (<see cref="IPainter"/>): the words that stand in place of the message's when it can't be shown.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether it is a drawing that must be painted before people can look at it.</summary>
    [JsonIgnore]
    public bool IsDrawing => MediaType is "image/svg+xml";

    /// <summary>Whether platforms may show it as a picture.</summary>
    public bool IsPicture => MediaType is "image/png" or "image/jpeg";

    /// <summary>Two are the same when they hold the same.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Attachment? other) =>
        other is not null && Name == other.Name && MediaType == other.MediaType && Instead == other.Instead && Content.AsSpan().SequenceEqual(other.Content);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, MediaType, Content.Length);
}
