using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Simulator.Protocol.Tests.NodePeers;

/// <summary>
/// A folder with package.json, its lock and scripts. Dependencies live in a cache outside the tree, by lock; scripts are
/// copied beside them, by content, because ECMAScript modules look for packages in the folders above their own.
/// </summary>
internal sealed class NodePackage
{
    private readonly string folder;
    private readonly Lazy<(string? Scripts, string Problem)> installed;

    public NodePackage(string relativeFolder)
    {
        folder = Path.Combine(RepositoryRoot(), relativeFolder);
        installed = new(Install);
    }

    /// <summary>Independent implementations of Ethereum and x402 that answer questions.</summary>
    public static NodePackage Libraries { get; } = new("tests/Simulator.Protocol.Tests/CrossChecks");

    /// <summary>The peers of the protocol tests.</summary>
    public static NodePackage Peers { get; } = new("tests/Simulator.Protocol.Tests/NodePeers");

    /// <summary>Why scripts cannot run here; null when they can.</summary>
    public string? Problem => installed.Value.Scripts is null ? installed.Value.Problem : null;

    /// <summary>Runs a script of the folder with JSON on its input, and reads JSON from its output.</summary>
    public JsonElement Run(string script, object input) =>
        JsonDocument.Parse(RunText(script, JsonSerializer.Serialize(input))).RootElement;

    /// <summary>Asks a list of questions in one process; the answers come back in order.</summary>
    public JsonElement[] Ask(IEnumerable<object> questions) => [.. Run("checks.mjs", questions).EnumerateArray()];

    public string RunText(string script, string input, params string[] arguments)
    {
        Assert.True(Problem is null, Problem);
        (int exitCode, string output, string error) = Start(
            "node",
            [Path.Combine(installed.Value.Scripts!, script), .. arguments],
            folder,
            input);
        Assert.True(exitCode is 0 or 1 && error.Length == 0, error);
        return output;
    }

    internal static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Simulator.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the tests run outside the repository");
    }

    private (string? Scripts, string Problem) Install()
    {
        string key = KeyOf([Path.Combine(folder, "package-lock.json")]);
        string cache = Path.Combine(CacheFolder(), "opgsim", "node", key);
        try
        {
            string? problem = Directory.Exists(cache) ? null : InstallModules(cache);
            return problem is null ? (CopyScripts(cache), "") : (null, problem);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "Node.js and npm are not installed");
        }
    }

    private string? InstallModules(string cache)
    {
        string staging = $"{cache}.{Environment.ProcessId}";
        CopyTo(staging, ["package.json", "package-lock.json"]);
        (int exitCode, _, string error) = Start(
            "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], staging, "");
        if (exitCode == 0)
        {
            MoveInto(cache, staging);
        }

        return exitCode == 0 ? null : $"npm ci failed: {error}";
    }

    private string CopyScripts(string cache)
    {
        string[] names =
        [
            .. Directory.EnumerateFiles(folder)
                .Where(file => Path.GetExtension(file) is ".cjs" or ".mjs")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];
        string scripts = Path.Combine(cache, "scripts-" + KeyOf(names.Select(name => Path.Combine(folder, name))));
        if (!Directory.Exists(scripts))
        {
            string staging = $"{scripts}.{Environment.ProcessId}";
            CopyTo(staging, names);
            MoveInto(scripts, staging);
        }

        return scripts;
    }

    private void CopyTo(string staging, IEnumerable<string> names)
    {
        Directory.CreateDirectory(staging);
        foreach (string name in names)
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(staging, name), overwrite: true);
        }
    }

    // Several test processes may get here at once: the first one's folder stays.
    private static void MoveInto(string destination, string staging)
    {
        try
        {
            Directory.Move(staging, destination);
        }
        catch (IOException) when (Directory.Exists(destination))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static string KeyOf(IEnumerable<string> files) =>
        Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(File.ReadAllBytes)]))[..16];

    private static string CacheFolder()
    {
        string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return string.IsNullOrEmpty(cache) ? Path.Combine(home, ".cache") : cache;
    }

    private static (int ExitCode, string Output, string Error) Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        string input)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
