using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>Holds every message type to its binary form: the first of each type is round-tripped, or all are.</summary>
internal sealed class MessageCheck(MessageCatalogue catalogue, bool all)
{
    private readonly ulong[] seen = new ulong[(ushort.MaxValue + 1) / 64];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check(Message message, ushort type)
    {
        if (((seen[type >> 6] >> (type & 63)) & 1) == 0)
        {
            CheckNow(message, type);
        }
    }

    private void CheckNow(Message message, ushort type)
    {
        catalogue.CheckRoundTrip(message);
        if (!all)
        {
            seen[type >> 6] |= 1UL << (type & 63);
        }
    }
}
