using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Terminal;
using Simulator.Inference.Hub;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim hub add/list/show</c>: the local model store.</summary>
internal static class HubCommand
{
    /// <summary>Where models lie unless <c>--store</c> says otherwise.</summary>
    public static readonly string DefaultStore = Path.Combine(".opgsim", "hub");

    public static Option<string?> StoreOption() => new("--store")
    {
        Description = $"Folder of the local model store (default: {DefaultStore})",
        HelpName = "DIR",
    };

    /// <summary>A store that someone names and that is not there; the default one is empty until something is added.</summary>
    public static string? MissingStore(string? folder) =>
        folder is not null && !Directory.Exists(folder) ? $"the model store '{folder}' does not exist" : null;

    public static Command Create() => new("hub", "The local model store: models by name, version and blob id")
    {
        CreateAdd(),
        CreateList(),
        CreateShow(),
    };

    private static Command CreateAdd()
    {
        Argument<string> file = new("FILE") { Description = "Model file; only ONNX is executed, other formats are kept" };
        Option<string> name = new("--name") { Description = "Name of the repository", Required = true, HelpName = "N" };
        Option<string?> notes = new("--notes") { Description = "What is new in this version" };
        Option<string?> description = new("--description") { Description = "What the model is; for a new repository" };
        Option<bool> major = new("--major") { Description = "The next major version instead of the next minor one" };
        Option<string?> store = StoreOption();
        Command command = new("add", "Checks a model file and publishes it as the next version")
        {
            file, name, notes, description, major, store,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            if (Problem(path) is { } problem)
            {
                return Tell(problem);
            }

            HubCandidate candidate = new(
                parsed.GetRequiredValue(name), Path.GetFileName(path), File.ReadAllBytes(path), parsed.GetValue(major))
            {
                Notes = parsed.GetValue(notes),
                Description = parsed.GetValue(description),
            };
            return Add(new HubStore(parsed.GetValue(store) ?? DefaultStore), candidate);
        });
        return command;
    }

    private static Command CreateList()
    {
        Option<string?> store = StoreOption();
        Command command = new("list", "Every version in the store, with its blob id") { store };
        command.SetAction(parsed =>
        {
            if (MissingStore(parsed.GetValue(store)) is { } problem)
            {
                return Tell(problem);
            }

            HubStore hub = new(parsed.GetValue(store) ?? DefaultStore);
            HubText.WriteList(hub.List(), Console.Out);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateShow()
    {
        Argument<string> reference = new("NAME[@VERSION]") { Description = "A repository, or one version of it" };
        Option<string?> store = StoreOption();
        Command command = new("show", "What a version is made of, and whether its blob still has its id") { reference, store };
        command.SetAction(parsed => MissingStore(parsed.GetValue(store)) is { } problem
            ? Tell(problem)
            : Show(new HubStore(parsed.GetValue(store) ?? DefaultStore), parsed.GetRequiredValue(reference)));
        return command;
    }

    private static int Add(HubStore hub, HubCandidate candidate)
    {
        HubAddition addition = hub.Add(candidate);
        if (addition is HubAddition.Refused refused)
        {
            return Tell($"'{candidate.FileName}' was not added: {refused}");
        }

        HubText.Write(addition, Console.Out);
        return ExitCode.Success;
    }

    private static int Show(HubStore hub, string reference)
    {
        string[] parts = reference.Split('@', 2);
        if (hub.Find(parts[0]) is not { } repository)
        {
            string known = string.Join(", ", hub.List().Select(other => other.Name));
            return Tell($"no repository '{parts[0]}' in '{hub.Folder}'; {(known.Length == 0 ? "it is empty" : $"there are {known}")}");
        }

        HubRelease? release = parts.Length == 1 ? repository.Latest
            : VersionLabel.TryParse(parts[1], out VersionLabel version) ? repository.Find(version)
            : null;
        if (release is null)
        {
            string known = string.Join(", ", repository.Releases.Select(other => other.Version));
            return Tell($"no version '{parts[^1]}' of {repository.Name}; there are {known}");
        }

        return HubText.WriteRelease(hub, repository, release, Console.Out) ? ExitCode.Success : ExitCode.VerdictFailed;
    }

    private static string? Problem(string path) =>
        Directory.Exists(path) ? $"'{path}' is a folder; a file is expected"
        : !File.Exists(path) ? $"'{path}' does not exist"
        : new FileInfo(path).Length > HubStore.LargestModel ? string.Create(
            CultureInfo.InvariantCulture,
            $"'{path}' was not added: {HubRefusals.NameOf(HubRefusal.ModelTooLarge)}: {new FileInfo(path).Length} bytes, at most {HubStore.LargestModel}")
        : null;

    private static int Tell(string problem)
    {
        Console.Error.WriteLine($"opgsim: {problem}");
        return ExitCode.BadInput;
    }
}
