namespace Bot.Core.Chat;

/// <summary>A document or a picture that goes with a message.</summary>
/// <param name="Name">What it is called, with its ending: mars.csv.</param>
/// <param name="MediaType">What it is, as in text/csv or image/png.</param>
/// <param name="Content">What is in it.</param>
public sealed record Attachment(string Name, string MediaType, byte[] Content)
{
    /// <summary>Whether platforms may show it as a picture.</summary>
    public bool IsPicture => MediaType is "image/png" or "image/jpeg";

    /// <summary>Two are the same when they hold the same.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Attachment? other) =>
        other is not null && Name == other.Name && MediaType == other.MediaType && Content.AsSpan().SequenceEqual(other.Content);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, MediaType, Content.Length);
}
