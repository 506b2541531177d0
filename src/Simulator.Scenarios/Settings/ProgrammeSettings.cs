using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Rewards on volume in an economy, and who farms them.</summary>
/// <param name="PerDay">OPG per day.</param>
/// <param name="WashTraders">Null where nobody does.</param>
public sealed record ProgrammeSettings(OpgAmount PerDay, string? WashTraders);
