namespace Bot.Core.Texts;

/// <summary>
/// Something the bot may say. A record whose properties are the blanks of its sentence, which stands under its type's name
/// in each language's texts. The first property that is a <see cref="Memory.Ref"/> tells what it is about, so that replying
/// to the message means that thing.
/// </summary>
public abstract record Says
{
    /// <summary>Buttons under it: each is a shortcut for something one could type.</summary>
    public IReadOnlyList<Commands.Offer> Offers { get; init; } = [];

    /// <summary>A file that goes with it.</summary>
    public Chat.Attachment? File { get; init; }

    /// <summary>Where its sentence stands in the texts.</summary>
    public virtual string Key => GetType().Name;
}
