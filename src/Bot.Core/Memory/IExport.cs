using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Memory;

/// <summary>
/// Something of the coop that can be taken elsewhere, as files. What people type for it stands in the texts under its type's name
/// (« HoursExport.names »); needs a constructor without parameters; is found by itself.
/// </summary>
public interface IExport
{
    /// <summary>Its files, the one that most people mean first; none when there is nothing in it for who asks.</summary>
    /// <param name="what">What is exported, and for whom.</param>
    IEnumerable<Attachment> Files(Export what);
}

/// <summary>What is taken elsewhere, and for whom.</summary>
/// <param name="Records">What the coop knows.</param>
/// <param name="Texts">What headings are written with.</param>
/// <param name="Voice">In which language, and on which clock.</param>
/// <param name="For">Who asked for it and will read it; null for who runs the bot, who has all of it anyway.</param>
public sealed record Export(IRecords Records, TextBook Texts, Voice Voice, Member? For = null)
{
    /// <summary>Whether what is somebody's own is for the reader: their own is, and whoever coordinates reads all.</summary>
    /// <param name="member">Their number.</param>
    public bool Shows(int member) => For is null || For.Id == member || For.Roles.Contains(Role.Coordination);

    /// <summary>Writes something in the reader's language.</summary>
    /// <param name="says">What.</param>
    public string Write(Says says) => Texts.Write(says, Voice);
}
