namespace Simulator.Protocol.Tests.NodePeers;

/// <summary>A test against an independent implementation. Skipped where Node is missing, except in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        bool isContinuousIntegration = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        if (!isContinuousIntegration)
        {
            Skip = NodePackage.Peers.Problem;
        }
    }
}
