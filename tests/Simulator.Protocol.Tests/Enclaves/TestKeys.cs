using Simulator.Protocol.Enclaves;

namespace Simulator.Protocol.Tests.Enclaves;

/// <summary>One pool for all tests, without a cache: the keys are searched anew in every test run.</summary>
internal static class TestKeys
{
    public static EnclaveKeyPool Pool { get; } = new(cacheFolder: null);
}
