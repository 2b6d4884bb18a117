# The bot in a container: compiled beforehand, and run by a user who can write to /data and nowhere else.
#   docker build -t babillard .
#   docker buildx build --platform linux/amd64,linux/arm64 -t babillard .     (arm64: a Raspberry Pi 3 or newer with a 64-bit system)

# The version of global.json; its newest patch is taken at each build.
ARG DOTNET=10.0

# Built by the builder's own processor for the one that is asked for: nothing is emulated.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
ARG TARGETARCH
WORKDIR /source
COPY . .

# The lock files say which packages these are, to the byte; the publishing then takes the same ones. Analyzers have spoken in .ci/run.
RUN dotnet restore src/Bot.Host --locked-mode \
 && dotnet publish src/Bot.Host -c Release -a $TARGETARCH --self-contained false -p:RunAnalyzers=false -o /image/app \
 && ln -s Bot.Host /image/app/babillard \
 && mkdir -m 700 /image/data

# No shell, no package manager, nothing to log in with. The bot brings its own time zones and languages.
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiseled
COPY --from=build /image/app /app

# 1654 is the user « app » of these images. The folder is theirs from the first start; a named volume takes that over.
COPY --from=build --chown=1654:1654 /image/data /data
USER 1654
VOLUME /data
WORKDIR /app

# Where the memory is; where Docker lays down secrets; and no debugger's socket in /tmp, so that nothing but /data is written to.
ENV BABILLARD_Data=/data \
    CREDENTIALS_DIRECTORY=/run/secrets \
    DOTNET_EnableDiagnostics=0

# The first start after a power cut reads the whole memory through. The question makes the disk keep something, so it is not asked often.
HEALTHCHECK --interval=2m --timeout=15s --start-period=2m --retries=2 CMD ["/app/babillard", "health"]
ENTRYPOINT ["/app/babillard"]
