using System.Globalization;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>How a withheld heartbeat is named.</summary>
public static class HeartbeatSubjects
{
    /// <param name="teeId">The enclave that signed it.</param>
    /// <param name="call">The enclave's number for its call of the relay.</param>
    public static string Of(Hash32 teeId, ulong call) =>
        string.Create(CultureInfo.InvariantCulture, $"heartbeat {teeId}#{call}");
}
