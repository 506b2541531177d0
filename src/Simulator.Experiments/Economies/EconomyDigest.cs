using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulator.Economics.Epochs;

namespace Simulator.Experiments.Economies;

/// <summary>SHA-256 over every number of every epoch and every flow, in order; real numbers by their bits.</summary>
internal sealed class EconomyDigest
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(EpochReport report)
    {
        Add(report.Epoch);
        Add(report.Price);
        Add(report.InferencePrice);
        Add(report.Wanted);
        Add(report.Served);
        Add(report.Load);
        Add(report.Wait);
        Add(report.Checked);
        Add(report.Circulating.BaseUnits);
        Add(report.Staked.BaseUnits);
        Add(report.Burned.BaseUnits);
        Add(report.Security.BaseUnits);
        foreach (int active in report.Active)
        {
            Add(active);
        }

        foreach (double profit in report.Profit)
        {
            Add(profit);
        }
    }

    public void Add(AccountFlow flow)
    {
        Add(((UInt128)(uint)flow.From << 64) | ((UInt128)(uint)flow.To << 32) | (uint)flow.Cause);
        Add((UInt128)(ulong)flow.Postings);
        Add(flow.Amount.BaseUnits);
    }

    public byte[] Finish() => hash.GetHashAndReset();

    private void Add(double value) => Add((UInt128)BitConverter.DoubleToUInt64Bits(value));

    private void Add(int value) => Add((UInt128)(uint)value);

    private void Add(UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
