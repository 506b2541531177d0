using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios;

/// <summary>A scenario, or every reason why there is none.</summary>
/// <param name="Scenario">Null exactly when there are problems.</param>
public sealed record ScenarioLoad(Scenario? Scenario, IReadOnlyList<ScenarioProblem> Problems);
