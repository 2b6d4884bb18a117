using Bench;

return args switch
{
    ["turns", .. var options] when Options.TryRead(options, out var read) => await TurnsCommand.Run(read),
    ["telegram", .. var options] when Options.TryRead(options, out var read) => await TelegramCommand.Run(read),
    [TelegramBot.Command, var root, var token, var port] => await TelegramBot.Run(root, token, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    ["matrix", .. var options] when Options.TryRead(options, out var read) => await MatrixCommand.Run(read),
    [MatrixBot.Command, var root, var token] => await MatrixBot.Run(root, token),
    ["language", .. var options] when Options.TryRead(options, out var read) => await LanguageCommand.Run(read),
    ["decisions", .. var options] when Options.TryRead(options, out var read) => await DecisionsCommand.Run(read),
    ["agenda", .. var options] when Options.TryRead(options, out var read) => await AgendaCommand.Run(read),
    ["hours", .. var options] when Options.TryRead(options, out var read) => await HoursCommand.Run(read),
    ["search", .. var options] when Options.TryRead(options, out var read) => await SearchCommand.Run(read),
    [Measures.Command, var measure, var folder, var quick] => await Measures.Run(measure, folder, quick == Measures.Quick),
    _ => Options.Refuse(),
};
