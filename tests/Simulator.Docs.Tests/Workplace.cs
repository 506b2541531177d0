using System.Diagnostics;

namespace Simulator.Docs.Tests;

/// <summary>A folder that looks like a checkout to whoever works in it, and is thrown away.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim-docs-");

    public Workplace()
    {
        foreach (string name in (string[])["scenarios", "src"])
        {
            Directory.CreateSymbolicLink(At(name), Path.Combine(Repository.Root, name));
        }

        // What commands may write into is a copy.
        foreach (string part in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "docs")))
        {
            Copy(Path.GetRelativePath(Repository.Root, part));
        }

        Copy(Path.Combine("tests", "Simulator.Protocol.Tests", "ReceiptVerifier"));
        Executable("opgsim", $"#!/bin/sh\nexec dotnet '{Repository.Program}' \"$@\"\n");
        Directory.CreateDirectory(At("bin"));
        // A version manager may put a Python before Debian's that lacks its packages.
        if (File.Exists("/usr/bin/python3"))
        {
            File.CreateSymbolicLink(At(Path.Combine("bin", "python3")), "/usr/bin/python3");
        }
    }

    public string At(string name) => Path.Combine(folder.FullName, name);

    public (int ExitCode, string Output, string Error) Run(string command)
    {
        ProcessStartInfo start = new("bash", ["-c", command])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{At("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Every report that commands have left here.</summary>
    public IEnumerable<FileInfo> Reports() => Directory.Exists(At("results"))
        ? new DirectoryInfo(At("results")).EnumerateFiles("report.html", SearchOption.AllDirectories)
        : [];

    public void Dispose() => folder.Delete(recursive: true);

    private void Copy(string name)
    {
        Directory.CreateDirectory(At(name));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, name)))
        {
            File.Copy(file, Path.Combine(At(name), Path.GetFileName(file)));
        }
    }

    private void Executable(string name, string text)
    {
        File.WriteAllText(At(name), text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
