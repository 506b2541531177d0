using Simulator.Reporting;

namespace Simulator.Experiments;

/// <summary>The bundle of an experiment that stands on disk.</summary>
/// <param name="Directory">Where.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Notes">What a person should know.</param>
public sealed record ExperimentOutcome(string Directory, ExperimentSummary Summary, IReadOnlyList<string> Notes);
