using System.Diagnostics;
using System.Globalization;
using Simulator.Benchmarks.Measuring;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Primitives;

/// <summary>The openssl program's own measurement of RSA-2048: one second of signing, one of verifying.</summary>
/// <remarks>It counts user CPU time of its process, so other load does not enter either.</remarks>
public sealed class OpenSslSpeed : ITimed
{
    private readonly string line;

    private OpenSslSpeed(string line)
    {
        this.line = line;
    }

    /// <summary>Private operations.</summary>
    public static OpenSslSpeed Signing { get; } = new("+R1:");

    /// <summary>Public operations.</summary>
    public static OpenSslSpeed Verifying { get; } = new("+R2:");

    /// <summary>Whether the program can be run here.</summary>
    public static bool IsInstalled { get; } = Probe();

    public void WarmUp()
    {
        // Every sample is a fresh process that warms itself.
    }

    public double Sample()
    {
        // With -mr the single results go to the error stream, the summary to the other.
        using Process process = Start("speed -seconds 1 -mr rsa2048");
        string? found = null;
        while (found is null && process.StandardError.ReadLine() is string read)
        {
            found = read.StartsWith(line, StringComparison.Ordinal) ? read : null;
        }

        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
        Invariant.That(found is not null);
        return Parse(found);
    }

    /// <summary>Nanoseconds per operation of a line such as <c>+R1:1004:2048:0.25</c>: operations, bits, seconds.</summary>
    public static double Parse(string result)
    {
        string[] parts = result.Split(':');
        Invariant.That(parts.Length == 4);
        return 1e9 * double.Parse(parts[3], CultureInfo.InvariantCulture)
            / long.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static bool Probe()
    {
        try
        {
            using Process process = Start("version");
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string arguments) => Process.Start(new ProcessStartInfo("openssl", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
