using Simulator.Kernel;

namespace Simulator.Actors.Operators;

/// <summary>A registration under way: from the announcement of a boot to the registry's word.</summary>
internal sealed class Registration(OperatedNode node, long bootTime)
{
    public OperatedNode Node => node;

    /// <summary>Unix seconds.</summary>
    public long BootTime => bootTime;

    public RegistrationPapers? Own { get; set; }

    public RegistrationPapers? Other { get; set; }

    public TimerId Patience { get; set; }

    /// <summary>What was presented; null before.</summary>
    public RegistrationPapers? Presented { get; set; }

    public bool IsComplete => Own is not null && (node.Conduct.Other is null || Other is not null);
}
