namespace Simulator.Inference.Hub;

/// <summary>What a model file is, by its content. Only ONNX is executed; the others are kept for their owners.</summary>
public enum ModelFormat
{
    Unset = 0,
    Onnx,
    SafeTensors,
    PyTorchArchive,
    Pickle,
    Gguf,
    SavedModel,
    TensorFlowLite,
    KerasArchive,
    Hdf5,
}
