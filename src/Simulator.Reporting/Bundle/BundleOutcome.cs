namespace Simulator.Reporting;

/// <summary>A bundle that stands on disk.</summary>
/// <param name="Directory">Where.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Notes">What a person should know, for example that picture files were skipped and how to get
/// them.</param>
public sealed record BundleOutcome(string Directory, RunSummary Summary, IReadOnlyList<string> Notes);
