using Bot.Host;

return await CommandLine.Run(args);
