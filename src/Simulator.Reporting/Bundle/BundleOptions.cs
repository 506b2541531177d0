namespace Simulator.Reporting;

/// <summary>What a bundle holds besides the database and the summary.</summary>
public sealed record BundleOptions
{
    public static readonly BundleOptions Default = new();

    /// <summary>SVG and PNG files of the charts, which take a Node process.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary>The Node program.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Folder with the chart packages; null for the one the build filled.</summary>
    public string? ChartPackages { get; init; }
}
