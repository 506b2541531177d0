using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Simulator.Protocol.Tests.NodePeers;

/// <summary>
/// A folder with package.json, its lock and scripts. Dependencies live in a cache outside the tree, by lock.
/// </summary>
internal sealed class NodePackage
{
    private readonly string folder;
    private readonly Lazy<(string? Modules, string Problem)> installed;

    public NodePackage(string relativeFolder)
    {
        folder = Path.Combine(RepositoryRoot(), relativeFolder);
        installed = new(Install);
    }

    /// <summary>The peers of the protocol tests.</summary>
    public static NodePackage Peers { get; } = new("tests/Simulator.Protocol.Tests/NodePeers");

    /// <summary>Why scripts cannot run here; null when they can.</summary>
    public string? Problem => installed.Value.Modules is null ? installed.Value.Problem : null;

    /// <summary>Runs a script of the folder with JSON on its input, and reads JSON from its output.</summary>
    public JsonElement Run(string script, object input) =>
        JsonDocument.Parse(RunText(script, JsonSerializer.Serialize(input))).RootElement;

    public string RunText(string script, string input, params string[] arguments)
    {
        Assert.True(Problem is null, Problem);
        (int exitCode, string output, string error) = Start(
            "node",
            [Path.Combine(folder, script), .. arguments],
            folder,
            installed.Value.Modules!,
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

    private (string? Modules, string Problem) Install()
    {
        byte[] lockFile = File.ReadAllBytes(Path.Combine(folder, "package-lock.json"));
        string key = Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16];
        string cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "opgsim", "node", key);
        string modules = Path.Combine(cache, "node_modules");
        if (Directory.Exists(modules))
        {
            return (modules, "");
        }

        try
        {
            return Install(cache, modules);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "Node.js and npm are not installed");
        }
    }

    private (string? Modules, string Problem) Install(string cache, string modules)
    {
        string staging = $"{cache}.{Environment.ProcessId}";
        Directory.CreateDirectory(staging);
        foreach (string name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(staging, name), overwrite: true);
        }

        (int exitCode, _, string error) = Start(
            "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], staging, "", "");
        if (exitCode != 0)
        {
            return (null, $"npm ci failed: {error}");
        }

        if (Directory.Exists(cache))
        {
            Directory.Delete(staging, recursive: true);
        }
        else
        {
            Directory.Move(staging, cache);
        }

        return (modules, "");
    }

    private static (int ExitCode, string Output, string Error) Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        string modules,
        string input)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_PATH"] = modules;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
