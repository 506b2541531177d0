using System.Runtime.InteropServices;

namespace Simulator.Kernel;

/// <summary>One handled message as the digest sees it: 32 bytes, little-endian.</summary>
/// <remarks>
/// Time 8; hop 2, message type 2, sender's rank 4; sequence · 256 + copy 8; payload hash 8. Ranks are 0 for the world,
/// then 1, 2, … in ordinal order of actor names, so they name the sender independently of how the world was built.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct DigestRecord(
    long Time,
    ushort Hop,
    ushort TypeNumber,
    uint Rank,
    ulong Order,
    ulong PayloadHash);
