using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>A file of what the coop knows goes with it.</summary>
/// <param name="Name">What it is called.</param>
public sealed record FileGiven(string Name) : Says;

/// <summary>There is nothing yet of what is to be exported.</summary>
/// <param name="Name">What it is called.</param>
public sealed record NothingOfThat(string Name) : Says;

/// <summary>What is to be exported?</summary>
/// <param name="Known">What can be.</param>
public sealed record ExportWhat(IReadOnlyList<string> Known) : Says;

/// <summary>A word, on a button.</summary>
/// <param name="Name">It.</param>
public sealed record ExportNamed(string Name) : Says;

/// <summary>What somebody wants to take elsewhere: « heures ».</summary>
/// <param name="Export">It.</param>
public sealed record ExportName(IExport Export) : IReadable<ExportName>
{
    /// <inheritdoc/>
    public static ExportName? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            var named = turn.Parts.Exports.FirstOrDefault(export => turn.Parts.Texts.Words($"{export.GetType().Name}.names").Select(Folding.FoldName).Contains(Folding.FoldName(words.Left[i].Folded)));
            if (named is not null)
            {
                words.Take(i, 1);
                return new ExportName(named);
            }
        }

        return null;
    }

    /// <summary>What an export is called, for who asks.</summary>
    internal static string Of(IExport export, Turn turn) => turn.Parts.Texts.Words(turn.VoiceFor(turn.Member).Language, $"{export.GetType().Name}.names")[0];
}

/// <summary>Gives who asks what the coop knows, to be kept or worked with elsewhere, as files: what all may read, and of people's own what is theirs.</summary>
[HeardBy(Audience.Asker)]
public sealed record GiveExport(ExportName? What = null, string? File = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (What is null)
        {
            return new ExportWhat([.. turn.Parts.Exports.Select(export => ExportName.Of(export, turn))])
            {
                Offers = [.. turn.Parts.Exports.Select(export => ExportName.Of(export, turn)).Select(name => new Offer(new ExportNamed(name), Intent.To<GiveExport>().With(nameof(What), name)))],
            };
        }

        var name = ExportName.Of(What.Export, turn);
        var files = What.Export.Files(new Export(turn, turn.Parts.Texts, turn.VoiceFor(turn.Member), turn.Member)).ToList();
        var wanted = Folding.Fold(File ?? "");
        if (files.Find(file => Folding.Fold(file.Name).Contains(wanted, StringComparison.Ordinal)) is not { } given)
        {
            throw new Refusal(files.Count == 0 ? new NothingOfThat(name) : new ExportWhat([.. files.Select(file => file.Name)]));
        }

        return new FileGiven(given.Name)
        {
            File = given,
            Offers = [.. files.Where(file => file.Name != given.Name).Select(file => new Offer(new ExportNamed(file.Name), Intent.To<GiveExport>().With(nameof(What), name).With(nameof(File), file.Name)))],
        };
    }
}
