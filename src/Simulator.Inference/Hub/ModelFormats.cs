using System.Buffers.Binary;
using Simulator.Inference.Inspection;
using Simulator.Primitives;

namespace Simulator.Inference.Hub;

/// <summary>Recognises model files by what is in them; a file's name proves nothing.</summary>
/// <remarks>
/// Magic numbers and layouts: the formats' own documents (safetensors "Format", GGUF specification, HDF5 "Superblock",
/// PKZIP APPNOTE 4.3.7, Python "pickle", TensorFlow saved_model.proto and the TFL3 file identifier, onnx.proto).
/// </remarks>
public static class ModelFormats
{
    // Names of a ZIP archive's first entries lie this near to its beginning.
    private const int ArchiveHead = 1 << 16;
    private const int OnnxGraphField = 7;

    public static string NameOf(ModelFormat format) => format switch
    {
        ModelFormat.Onnx => "onnx",
        ModelFormat.SafeTensors => "safetensors",
        ModelFormat.PyTorchArchive => "pytorch-zip",
        ModelFormat.Pickle => "pickle",
        ModelFormat.Gguf => "gguf",
        ModelFormat.SavedModel => "tensorflow-savedmodel",
        ModelFormat.TensorFlowLite => "tflite",
        ModelFormat.KerasArchive => "keras-zip",
        ModelFormat.Hdf5 => "hdf5",
        ModelFormat.Unset => throw Invariant.Unreachable(format),
    };

    public static bool TryParse(string? name, out ModelFormat format)
    {
        format = Enum.GetValues<ModelFormat>().FirstOrDefault(known => known != ModelFormat.Unset && NameOf(known) == name);
        return format != ModelFormat.Unset;
    }

    /// <summary><see cref="ModelFormat.Unset"/> where the content is none that is known here.</summary>
    public static ModelFormat Recognise(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("GGUF"u8))
        {
            return ModelFormat.Gguf;
        }

        if (content.StartsWith(Hdf5Magic))
        {
            return ModelFormat.Hdf5;
        }

        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            return Archive(content[..Math.Min(content.Length, ArchiveHead)]);
        }

        return IsSafeTensors(content) ? ModelFormat.SafeTensors
            : content.Length > 8 && content[4..8].SequenceEqual("TFL3"u8) ? ModelFormat.TensorFlowLite
            : content.Length > 2 && content[0] == 0x80 && content[1] is >= 2 and <= 5 && content[^1] == '.' ? ModelFormat.Pickle
            : Protobuf(content);
    }

    private static ReadOnlySpan<byte> Hdf5Magic => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private static ModelFormat Archive(ReadOnlySpan<byte> head) =>
        head.IndexOf("data.pkl"u8) >= 0 ? ModelFormat.PyTorchArchive
        : head.IndexOf("config.json"u8) >= 0 && head.IndexOf("metadata.json"u8) >= 0 ? ModelFormat.KerasArchive
        : ModelFormat.Unset;

    // Eight bytes of length, then that much JSON.
    private static bool IsSafeTensors(ReadOnlySpan<byte> content)
    {
        if (content.Length < 10 || content[8] != '{')
        {
            return false;
        }

        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(content);
        return header >= 2
            && header <= (ulong)content.Length - 8
            && content.Slice(8, (int)header).TrimEnd((byte)' ')[^1] == '}';
    }

    // Both are protobuf messages that begin with a version; only an ONNX model has a graph in field 7.
    private static ModelFormat Protobuf(ReadOnlySpan<byte> content)
    {
        SortedSet<int> fields = [];
        ulong version = 0;
        ProtobufReader reader = new(content);
        while (reader.Next() && reader.Field <= 25)
        {
            fields.Add(reader.Field);
            version = reader.Field == 1 ? reader.Number : version;
        }

        // The field at which a truncated file fails is read all the same.
        bool hasGraph = fields.Contains(OnnxGraphField) || (reader.Failed && reader.Field == OnnxGraphField);
        bool isWhole = !reader.Failed && reader.Field <= 25;
        return hasGraph && fields.Contains(1) ? ModelFormat.Onnx
            : isWhole && version == 1 && fields.SetEquals([1, 2]) ? ModelFormat.SavedModel
            : ModelFormat.Unset;
    }
}
