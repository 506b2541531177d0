using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Simulator.Protocol.Tests.CrossChecks;

/// <summary>The independent implementations of package.json, installed once per lock file outside the source tree.</summary>
internal static class NodeLibraries
{
    private static readonly Lazy<string> Folder = new(Install);

    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "CrossChecks");

    public static bool IsNodeInstalled { get; } = IsRunnable("node") && IsRunnable("npm");

    /// <summary>Asks a list of questions in one process; the answers come back in order.</summary>
    public static JsonElement[] Ask(IEnumerable<object> questions)
    {
        string input = JsonSerializer.Serialize(questions);
        string output = Run(Folder.Value, "node", ["checks.mjs"], input);
        return JsonSerializer.Deserialize<JsonElement[]>(output)!;
    }

    private static string Install()
    {
        byte[] lockFile = File.ReadAllBytes(Path.Combine(Source, "package-lock.json"));
        string key = Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16];
        string folder = Path.Combine(CacheFolder(), $"cross-checks-{key}");
        Directory.CreateDirectory(folder);
        using FileStream turn = WaitForTurn(Path.Combine(folder, ".lock"));
        foreach (string file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        string marker = Path.Combine(folder, ".installed");
        if (!File.Exists(marker))
        {
            Run(folder, "npm", ["ci", "--no-audit", "--no-fund"], string.Empty);
            File.WriteAllText(marker, key);
        }

        return folder;
    }

    private static string CacheFolder()
    {
        string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(string.IsNullOrEmpty(cache) ? Path.Combine(home, ".cache") : cache, "opgsim");
    }

    // Several test processes may start at once; the one that holds the file installs, the others wait for it.
    private static FileStream WaitForTurn(string path)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                Thread.Sleep(1000);
            }
        }
    }

    private static bool IsRunnable(string program)
    {
        try
        {
            Run(AppContext.BaseDirectory, program, ["--version"], string.Empty);
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Run(string folder, string program, string[] arguments, string input)
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
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }
}
