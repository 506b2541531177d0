using System.ComponentModel;
using System.Diagnostics;

namespace Simulator.Reporting;

/// <summary>Draws charts to SVG and PNG files with ECharts under Node, in one process that starts early.</summary>
/// <remarks>Pictures are an extra: whatever goes wrong here is a sentence for the reader, never a failed run.</remarks>
internal sealed class ChartRenderer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] PictureEndings = ["*.svg", "*.png"];

    private readonly Process? process;
    private readonly Task<string>? complaints;
    private readonly string? skipped;

    private ChartRenderer(Process process)
    {
        this.process = process;
        complaints = process.StandardError.ReadToEndAsync();
    }

    private ChartRenderer(string skipped) => this.skipped = skipped;

    /// <summary>Starts Node, which loads its packages while the caller does other things.</summary>
    /// <param name="node">Program name or path.</param>
    /// <param name="packages">Folder with <c>node_modules</c>.</param>
    public static ChartRenderer Start(string node, string packages)
    {
        if (!Directory.Exists(packages))
        {
            return new ChartRenderer(
                "the chart packages are not installed; install Node 20 or newer with npm and build again");
        }

        ProcessStartInfo start = new(node)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "--input-type=module", "-e", ChartPackages.RenderScript, packages },
        };
        try
        {
            return new ChartRenderer(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return new ChartRenderer("Node is not installed; install Node 20 or newer and run again");
        }
    }

    /// <summary>Hands over the work; returns at once.</summary>
    public void Draw(string folder, IEnumerable<Chart> charts)
    {
        if (process is null)
        {
            return;
        }

        try
        {
            using StreamWriter input = new(process.StandardInput.BaseStream);
            input.Write(ChartFiles.WorkOrder(folder, charts));
        }
        catch (IOException)
        {
            // The process ended before it read its work; Finish says so.
        }
    }

    /// <summary>Waits for the pictures. Null when they are there, otherwise why they are not.</summary>
    public string? Finish(string folder)
    {
        if (process is null)
        {
            return skipped;
        }

        bool ended = process.WaitForExit(Patience);
        if (ended && process.ExitCode == 0)
        {
            return null;
        }

        foreach (string picture in PictureEndings.SelectMany(ending => Directory.GetFiles(folder, ending)))
        {
            File.Delete(picture);
        }

        return ended ? "the renderer failed: " + FirstComplaint() : "the renderer took too long";
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    private string FirstComplaint() => complaints!.Result
        .Split('\n')
        .Select(line => line.Trim())
        .FirstOrDefault(line => line.Contains("Error", StringComparison.Ordinal)) ?? "no reason given";
}
