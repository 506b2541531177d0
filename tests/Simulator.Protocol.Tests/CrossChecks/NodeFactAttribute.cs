namespace Simulator.Protocol.Tests.CrossChecks;

/// <summary>A test that needs Node. Skipped where there is none, except in continuous integration, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        bool isContinuousIntegration = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        if (!isContinuousIntegration && !NodeLibraries.IsNodeInstalled)
        {
            Skip = "Node is not installed.";
        }
    }
}
